package cn.cuobian.matters;

import java.util.List;
import java.util.Locale;

import cn.cuobian.clocks.Clocks;
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

/** Shows a matter with all that is known of it, and takes what staff add beside their tasks. */
@Controller
@RequestMapping("/matters")
class MatterPages {

	private final MatterFile file;
	private final MatterSheet sheet;
	private final Standing standing;
	private final Reveals reveals;
	private final Remarks remarks;
	private final Clocks clocks;

	MatterPages(MatterFile file, MatterSheet sheet, Standing standing, Reveals reveals, Remarks remarks, Clocks clocks) {
		this.file = file;
		this.sheet = sheet;
		this.standing = standing;
		this.reveals = reveals;
		this.remarks = remarks;
		this.clocks = clocks;
	}

	@GetMapping("/{number}")
	String matter(@PathVariable String number, Viewer viewer, Model page, Locale locale, HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		return shown(file.open(number, viewer), viewer, page, locale);
	}

	private String shown(Matter matter, Viewer viewer, Model page, Locale locale) {
		sheet.describe(matter, viewer, page, locale);
		page.addAttribute("standing", standing.of(matter, locale));
		page.addAttribute("clocks", clocks.ofSubject(matter.facts().subject()).stream().filter(clock -> clock.taskId() == null).toList());
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
