package cn.cuobian.messages;

import java.time.Clock;
import java.time.ZonedDateTime;

import cn.cuobian.messages.ParkedMails.Parked;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /admin/mails}: mails that did not go out, without address and content. */
@Controller
@RequestMapping("/admin/mails")
class ParkedMailPages {

	private final ParkedMails mails;
	private final People people;
	private final Clock clock;

	ParkedMailPages(ParkedMails mails, People people, Clock clock) {
		this.mails = mails;
		this.people = people;
		this.clock = clock;
	}

	/** @param to name of the colleague; empty for a resident */
	record Line(long id, String to, String kind, String about, int attempts, String reason, String error, ZonedDateTime since) {
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("lines", mails.newest().stream().map(this::line).toList());
		model.addAttribute("parked", mails.count("PARKED"));
		model.addAttribute("waiting", mails.count("WAITING"));
		return "messages/mails";
	}

	@PostMapping("/{id}/retry")
	String tryAgain(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		mails.tryAgain(id, viewer.personId());
		return done(next, "messages.mails.retried", 1);
	}

	@PostMapping("/{id}/drop")
	String drop(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		mails.drop(id, viewer.personId());
		return done(next, "messages.mails.dropped", 1);
	}

	@PostMapping("/retry")
	String tryAllAgain(Viewer viewer, RedirectAttributes next) {
		return done(next, "messages.mails.retried", mails.tryAllAgain(viewer.personId()));
	}

	private static String done(RedirectAttributes next, String notice, int count) {
		next.addFlashAttribute("notice", notice);
		next.addFlashAttribute("noticeArgs", new Object[] { count });
		return "redirect:/admin/mails";
	}

	private Line line(Parked parked) {
		var mail = parked.mail();
		var to = mail.to() instanceof Addressee.Staff staff ? people.nameOf(staff.personId()) : "";
		return new Line(mail.id(), to, mail.kind().code(), mail.about(), mail.attempts(), parked.reason().code(), parked.error(),
				parked.since().atZone(clock.getZone()));
	}
}
