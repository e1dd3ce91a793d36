package cn.cuobian.matters;

import java.util.List;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists matters, and shows one with all that is known of it. */
@Controller
@RequestMapping("/matters")
class MatterPages {

	private final MatterFile file;
	private final MatterSearch search;
	private final MatterSheet sheet;
	private final MatterLines lines;
	private final Standing standing;
	private final Reveals reveals;
	private final Remarks remarks;
	private final Kinds kinds;

	MatterPages(MatterFile file, MatterSearch search, MatterSheet sheet, MatterLines lines, Standing standing,
			Reveals reveals, Remarks remarks, Kinds kinds) {
		this.file = file;
		this.search = search;
		this.sheet = sheet;
		this.lines = lines;
		this.standing = standing;
		this.reveals = reveals;
		this.remarks = remarks;
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
		MatterState known = java.util.Arrays.stream(MatterState.values()).filter(each -> each.code().equals(state)).findFirst()
				.orElse(null);
		return new MatterSearch.Wanted(asked, known, kind == null || kind.isBlank() ? null : kind);
	}

	@GetMapping("/{number}")
	String matter(@PathVariable String number, Viewer viewer, Model page, Locale locale, HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		return shown(file.open(number, viewer), viewer, page, locale);
	}

	private String shown(Matter matter, Viewer viewer, Model page, Locale locale) {
		sheet.describe(matter, viewer, page, locale);
		page.addAttribute("standing", standing.of(matter, locale));
		page.addAttribute("awaitsRating", standing.awaits(ResidentMessages.RATED, matter));
		page.addAttribute("maxComment", Remarks.MAX_COMMENT);
		return "matters/matter";
	}

	@HxRequest
	@PostMapping("/{number}/contact")
	String revealPart(@PathVariable String number, @RequestParam(required = false) String reason, Viewer viewer, Model page,
			HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		Matter matter = file.open(number, viewer);
		page.addAttribute("matter", matter);
		page.addAttribute("contact", reveals.reveal(matter, viewer, reason));
		page.addAttribute("revealed", true);
		page.addAttribute("mayReveal", true);
		return "matters/contact :: contact";
	}

	/** The same without scripts: the whole page, with the contact open this once. */
	@PostMapping("/{number}/contact")
	String reveal(@PathVariable String number, @RequestParam(required = false) String reason, Viewer viewer, Model page,
			Locale locale, HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		Matter matter = file.open(number, viewer);
		Contact contact = reveals.reveal(matter, viewer, reason);
		String view = shown(matter, viewer, page, locale);
		page.addAttribute("contact", contact);
		page.addAttribute("revealed", true);
		return view;
	}

	@PostMapping("/{number}/comments")
	String comment(@PathVariable String number, @RequestParam(required = false) String text, Viewer viewer,
			RedirectAttributes next) {
		remarks.comment(file.open(number, viewer), viewer, text);
		next.addFlashAttribute("notice", "matters.comment.added");
		return "redirect:/matters/" + number + "#record";
	}

	@PostMapping("/{number}/attachments")
	String attach(@PathVariable String number, @RequestParam(required = false) List<MultipartFile> photos, Viewer viewer,
			RedirectAttributes next) {
		remarks.attach(file.open(number, viewer), viewer, ReportForm.uploads(photos));
		next.addFlashAttribute("notice", "matters.attachment.added");
		return "redirect:/matters/" + number + "#files";
	}

	/** Nothing is changed by looking, so there is nothing to get at this address. */
	@GetMapping({ "/{number}/contact", "/{number}/comments", "/{number}/attachments" })
	String nothing() {
		throw Refusal.notFound();
	}
}
