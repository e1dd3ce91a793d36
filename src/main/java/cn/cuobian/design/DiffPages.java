package cn.cuobian.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;

/** What differs between two states of a draft, or between two versions of a bundle: in words and side by side. */
@Controller
class DiffPages {

	private final Drafts drafts;
	private final Bundles bundles;
	private final DiffSides sides;
	private final DiffWords words;
	private final BundleNames names;
	private final MessageSource messages;

	DiffPages(Drafts drafts, Bundles bundles, DiffSides sides, DiffWords words, BundleNames names, MessageSource messages) {
		this.drafts = drafts;
		this.bundles = bundles;
		this.sides = sides;
		this.words = words;
		this.names = names;
		this.messages = messages;
	}

	/** A state in a drop-down. */
	record Choice(String code, String name) {
	}

	@GetMapping("/design/drafts/{id}/diff")
	ModelAndView draft(@PathVariable long id, @RequestParam(defaultValue = DiffSides.BASE) String from, @RequestParam(defaultValue = DiffSides.NOW) String to,
			Locale language) {
		var draft = drafts.of(id);
		var page = page(words.between(side(draft, from, to), side(draft, to, from), language), from, to, draft.bundle());
		page.addObject("draft", draft);
		page.addObject("choices", DiffSides.of(draft).stream().map(state -> new Choice(state, name(draft, state, language))).toList());
		page.addObject("drawings", "/design/drafts/" + id + "/diff/drawing");
		return page;
	}

	private List<ModelFile> side(DraftFacts draft, String state, String other) {
		return other.equals(DiffSides.FORCE) && !state.equals(DiffSides.FORCE) ? sides.besideForce(draft, state) : sides.files(draft, state);
	}

	@GetMapping("/design/{bundle}/diff")
	ModelAndView versions(@PathVariable String bundle, @RequestParam int from, @RequestParam int to, Locale language) {
		var page = page(words.between(sides.files(bundle, from), sides.files(bundle, to), language), String.valueOf(from), String.valueOf(to), bundle);
		page.addObject("choices", bundles.versions(bundle).stream().map(BundleVersion::version)
				.map(version -> new Choice(String.valueOf(version), say("design.draft.version", language, version))).toList());
		page.addObject("drawings", "/design/" + bundle + "/diff/drawing");
		return page;
	}

	/** A drawing as it is in a state of a draft; plain text, so that no browser makes anything of it. */
	@GetMapping(path = "/design/drafts/{id}/diff/drawing", produces = MediaType.TEXT_PLAIN_VALUE)
	@ResponseBody
	byte[] drawing(@PathVariable long id, @RequestParam String of, @RequestParam String path) {
		return content(sides.files(drafts.of(id), of), path);
	}

	/** The same of a version. */
	@GetMapping(path = "/design/{bundle}/diff/drawing", produces = MediaType.TEXT_PLAIN_VALUE)
	@ResponseBody
	byte[] drawing(@PathVariable String bundle, @RequestParam int of, @RequestParam String path) {
		bundles.version(bundle, of);
		return content(bundles.files(bundle, of), path);
	}

	private static byte[] content(List<ModelFile> files, String path) {
		return files.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow(Refusal::notFound).content();
	}

	private ModelAndView page(List<DiffWords.FileLines> files, String from, String to, String bundle) {
		return new ModelAndView("design/diff", Map.of("files", files, "from", from, "to", to, "bundle", bundle, "bundleName", names.of(bundle)));
	}

	private String name(DraftFacts draft, String state, Locale language) {
		return switch (state) {
			case DiffSides.BASE -> say("design.diff.side.base", language, draft.base());
			case DiffSides.FORCE -> say("design.diff.side.force", language, bundles.current(draft.bundle()).version());
			case DiffSides.NOW -> say("design.diff.side.now", language);
			default -> say("design.diff.side.revision", language, state);
		};
	}

	private String say(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}
}
