package cn.cuobian.matters;

import java.util.Arrays;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the matters a viewer may see and finds them by number or words. */
@Controller
@RequestMapping("/matters")
class MatterListPage {

	private final MatterSearch search;
	private final MatterLines lines;
	private final Kinds kinds;

	MatterListPage(MatterSearch search, MatterLines lines, Kinds kinds) {
		this.search = search;
		this.lines = lines;
		this.kinds = kinds;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String state,
			@RequestParam(required = false) String kind, @RequestParam(required = false) Long after, Viewer viewer, Model page,
			Locale locale) {
		MatterSearch.Wanted wanted = wanted(q, state, kind);
		MatterSearch.Page found = search.page(wanted, viewer, after, MatterSearch.PAGE);
		if (after == null && found.matters().size() == 1 && found.matters().get(0).number().equalsIgnoreCase(wanted.text())) {
			return "redirect:/matters/" + found.matters().get(0).number();
		}
		page.addAttribute("wanted", wanted);
		page.addAttribute("lines", found.matters().stream().map(matter -> lines.line(matter, locale)).toList());
		page.addAttribute("next", found.next());
		page.addAttribute("first", after == null);
		page.addAttribute("kinds", kinds.offered());
		page.addAttribute("states", MatterState.values());
		return "matters/list";
	}

	/** What is not understood is left out: an old link must not end in an error. */
	static MatterSearch.Wanted wanted(String text, String state, String kind) {
		String asked = text.strip().substring(0, Math.min(text.strip().length(), MatterSearch.MAX_QUERY));
		MatterState known = Arrays.stream(MatterState.values()).filter(each -> each.code().equals(state)).findFirst()
				.orElse(null);
		return new MatterSearch.Wanted(asked, known, kind == null || kind.isBlank() ? null : kind);
	}
}
