package cn.cuobian.votes;

import java.time.LocalDate;
import java.time.LocalDateTime;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Proxies.Authority;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the election officer does with a vote. Each act leads back to the vote, and says there what was done or why not. */
@Controller
@RequestMapping("/votes/{id}")
class VoteActs {

	private final Votes votes;
	private final VoteCodes codes;
	private final Proxies proxies;
	private final Reminders reminders;

	VoteActs(Votes votes, VoteCodes codes, Proxies proxies, Reminders reminders) {
		this.votes = votes;
		this.codes = codes;
		this.proxies = proxies;
		this.reminders = reminders;
	}

	/** @return what the notice says it is about */
	private interface Act {

		Object now();
	}

	@PostMapping("/announce")
	String announce(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "announced", () -> {
			votes.announce(id, viewer);
			return "";
		});
	}

	@PostMapping("/extend")
	String extend(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime until,
			@RequestParam(required = false) String words, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "extended", () -> {
			var end = until == null ? votes.of(id).ends() : VoteTime.of(until);
			votes.extend(id, end, words, viewer);
			return VoteTime.text(end);
		});
	}

	@PostMapping("/close")
	String close(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "closed", () -> {
			votes.close(id, viewer);
			return "";
		});
	}

	@PostMapping("/annul")
	String annul(@PathVariable long id, @RequestParam(required = false) String words, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "annulled", () -> {
			votes.annul(id, words, viewer);
			return "";
		});
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable long id, @RequestParam int question, @RequestParam int candidate, @RequestParam(required = false) String words,
			Viewer viewer, RedirectAttributes next) {
		return done(id, next, "withdrawn", () -> {
			votes.withdraw(id, question, candidate, words, viewer);
			return candidate;
		});
	}

	@PostMapping("/remind")
	String remind(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "reminded", () -> reminders.remind(id, viewer));
	}

	@PostMapping("/codes")
	String issue(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "issued", () -> codes.issue(id, viewer));
	}

	@PostMapping("/codes/mail")
	String mail(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "mailed", () -> codes.mail(id, viewer));
	}

	@PostMapping("/codes/reissue")
	String reissue(@PathVariable long id, @RequestParam(defaultValue = "") String serial, @RequestParam(required = false) String reason, Viewer viewer,
			RedirectAttributes next) {
		return done(id, next, "reissued", () -> codes.reissue(id, serial, reason, viewer));
	}

	@PostMapping("/proxies")
	String authority(@PathVariable long id, @RequestParam(defaultValue = "") String serial, @RequestParam(defaultValue = "") String holder,
			@RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String document,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate signedOn, Viewer viewer, RedirectAttributes next) {
		return done(id, next, "authorised", () -> {
			proxies.register(id, new Authority(serial, holder, phone, document, signedOn), viewer);
			return VoteCodes.serial(serial);
		});
	}

	@PostMapping("/proxies/{proxy}/revoke")
	String revoke(@PathVariable long id, @PathVariable long proxy, @RequestParam(required = false) String reason, Viewer viewer,
			RedirectAttributes next) {
		return done(id, next, "revoked", () -> {
			proxies.revoke(id, proxy, reason, viewer);
			return "";
		});
	}

	private static String done(long id, RedirectAttributes next, String notice, Act act) {
		try {
			var about = act.now();
			next.addFlashAttribute("notice", "votes.box.done." + notice);
			next.addFlashAttribute("noticeArgs", new Object[] { about });
		} catch (Refusal refusal) {
			if (refusal.status() == HttpStatus.NOT_FOUND) {
				throw refusal;
			}
			next.addFlashAttribute("warning", "refusal." + refusal.rule());
			next.addFlashAttribute("noticeArgs", refusal.arguments());
		}
		return "redirect:/votes/" + id;
	}
}
