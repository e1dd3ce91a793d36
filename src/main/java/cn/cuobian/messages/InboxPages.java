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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /inbox}: everybody's own lines; another's line does not exist for him. */
@Controller
@RequestMapping("/inbox")
class InboxPages {

	private final Inbox inbox;
	private final MailAddresses addresses;

	InboxPages(Inbox inbox, MailAddresses addresses) {
		this.inbox = inbox;
		this.addresses = addresses;
	}

	@GetMapping
	String list(Viewer viewer, Locale locale, Model model) {
		model.addAttribute("lines", inbox.newest(viewer.personId(), locale));
		model.addAttribute("address", addresses.of(viewer.personId()).orElse(""));
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

	@PostMapping("/address")
	String address(@RequestParam(defaultValue = "") String address, Viewer viewer, RedirectAttributes after) {
		addresses.set(viewer.personId(), address);
		after.addFlashAttribute("notice", address.isBlank() ? "messages.address.off" : "messages.address.on");
		return "redirect:/inbox";
	}
}
