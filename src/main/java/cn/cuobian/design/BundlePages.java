package cn.cuobian.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** All bundles; one bundle with its versions, files and drafts; the beginning of a draft. */
@Controller
class BundlePages {

	private static final int LATEST = 20;

	private final Bundles bundles;
	private final Drafts drafts;
	private final Lint lint;
	private final BundleNames names;
	private final People people;
	private final StudioRefusals refusals;

	BundlePages(Bundles bundles, Drafts drafts, Lint lint, BundleNames names, People people, StudioRefusals refusals) {
		this.bundles = bundles;
		this.drafts = drafts;
		this.lint = lint;
		this.names = names;
		this.people = people;
		this.refusals = refusals;
	}

	/** A bundle with the drafts that are not over. */
	record BundleLine(Bundle bundle, String name, List<DraftLine> drafts) {
	}

	/** A draft with the names of who began it and who changed it last. */
	record DraftLine(DraftFacts draft, String author, String changedBy) {
	}

	/** A version with the names of who drew it and who approved it; null for what came with the program. */
	record VersionLine(BundleVersion version, String author, String approver) {
	}

	@GetMapping("/design")
	ModelAndView all(Viewer viewer) {
		return new ModelAndView("design/bundles", Map.of("mayDraw", StudioRights.mayDraw(viewer), "bundles", bundles.all().stream()
				.map(bundle -> new BundleLine(bundle, names.of(bundle.code()), lines(drafts.alive(bundle.code())))).toList()));
	}

	@GetMapping("/design/{bundle}")
	ModelAndView one(@PathVariable String bundle, Viewer viewer) {
		var found = bundles.of(bundle);
		var page = new ModelAndView("design/bundle");
		page.addObject("bundle", found);
		page.addObject("name", names.of(bundle));
		page.addObject("versions", bundles.versions(bundle).stream().map(this::line).toList());
		var files = bundles.files(bundle, found.current().version());
		page.addObject("titles", FileTitles.of(files));
		page.addObject("files", files.stream().map(file -> file.path()).toList());
		page.addObject("drafts", lines(drafts.alive(bundle)));
		page.addObject("over", lines(drafts.over(bundle, LATEST)));
		page.addObject("mayDraw", StudioRights.mayDraw(viewer));
		page.addObject("findings", lint.of(bundles.currentHouse()).stream().filter(judged -> Paths.bundle(judged.file()).equals(bundle)).toList());
		page.addObject("typed", Map.of());
		return page;
	}

	/** @param version to go back to; without one the draft begins with what is in force */
	@PostMapping("/design/{bundle}/drafts")
	ModelAndView begin(@PathVariable String bundle, @RequestParam(defaultValue = "") String title, @RequestParam(required = false) Integer version,
			Viewer viewer, Locale locale) {
		try {
			var draft = version == null ? drafts.begin(bundle, title, viewer) : drafts.beginFrom(bundle, version, title, viewer);
			return new ModelAndView("redirect:/design/drafts/" + draft);
		} catch (Refusal refusal) {
			return refusals.on(one(bundle, viewer), refusal, Map.of("title", title), locale);
		}
	}

	@GetMapping("/design/{bundle}/versions/{version}/files.zip")
	ResponseEntity<byte[]> files(@PathVariable String bundle, @PathVariable int version) {
		bundles.version(bundle, version);
		return zip(bundle + "-" + version, Exports.zip(bundles.files(bundle, version)));
	}

	static ResponseEntity<byte[]> zip(String name, byte[] content) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip"))
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".zip").build().toString()).body(content);
	}

	private List<DraftLine> lines(List<DraftFacts> facts) {
		return facts.stream().map(draft -> new DraftLine(draft, people.nameOf(draft.author()), people.nameOf(draft.changedBy()))).toList();
	}

	private VersionLine line(BundleVersion version) {
		return version.isShipped() ? new VersionLine(version, null, null)
				: new VersionLine(version, people.nameOf(version.author()), people.nameOf(version.approver()));
	}
}
