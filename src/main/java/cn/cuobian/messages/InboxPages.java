package cn.cuobian.messages;

import java.util.Locale;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /inbox}: everybody's own lines; another's line does not exist for him. */
@Controller
@RequestMapping("/inbox")
class InboxPages {

	private final Inbox inbox;
	private final MailWishes wishes;
	private final CalendarLinks calendars;

	InboxPages(Inbox inbox, MailWishes wishes, CalendarLinks calendars) {
		this.inbox = inbox;
		this.wishes = wishes;
		this.calendars = calendars;
	}

	@GetMapping
	String list(Viewer viewer, Locale locale, Model model) {
		model.addAttribute("lines", inbox.newest(viewer.personId(), locale));
		model.addAttribute("wishes", wishes.of(viewer.personId()));
		model.addAttribute("paces", Wishes.Pace.values());
		model.addAttribute("languages", Wishes.Language.values());
		model.addAttribute("subscribed", calendars.exists(viewer.personId()));
		return "messages/inbox";
	}

	/** The number beside the bell, as a fragment. */
	@GetMapping("/count")
	String count(Viewer viewer, Model model) {
		model.addAttribute("unread", inbox.unread(viewer.personId()));
		return "messages/inbox :: count";
	}

	@PostMapping("/{id}")
	String open(@PathVariable long id, Viewer viewer) {
		return "redirect:" + inbox.open(viewer.personId(), id).orElseThrow(Refusal::notFound);
	}

	@PostMapping("/read")
	String readAll(Viewer viewer) {
		inbox.readAll(viewer.personId());
		return "redirect:/inbox";
	}

	@PostMapping("/wishes")
	String wishes(WishesForm form, Viewer viewer, RedirectAttributes after) {
		var wanted = form.wishes();
		wishes.set(viewer.personId(), wanted);
		after.addFlashAttribute("notice", wanted.address() == null || wanted.pace() == Wishes.Pace.NONE ? "messages.wishes.off"
				: "messages.wishes.on");
		return "redirect:/inbox#wishes";
	}
}
