package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.votes.PaperDesk.PaperRead;
import cn.cuobian.votes.PaperDesk.Read;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where officers read paper ballots into the box, and in a secret vote register their stubs. Nobody sees there what another read. */
@Controller
@RequestMapping("/votes/{id}/paper")
class PaperPages {

	private final PaperDesk desk;
	private final VoteRows votes;
	private final VoteQuestions questions;
	private final Rolls rolls;
	private final RollRights rights;
	private final Readings readings;
	private final People people;
	private final RefusalSentences sentences;

	PaperPages(PaperDesk desk, VoteRows votes, VoteQuestions questions, Rolls rolls, RollRights rights, Readings readings, People people,
			RefusalSentences sentences) {
		this.desk = desk;
		this.votes = votes;
		this.questions = questions;
		this.rolls = rolls;
		this.rights = rights;
		this.readings = readings;
		this.people = people;
		this.sentences = sentences;
	}

	/** A paper that waits for another reading. */
	record Waiting(String serial, CastChannel channel, boolean different, List<String> officers, String received) {
	}

	@GetMapping
	String page(@PathVariable long id, Viewer viewer, Model page, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		var vote = votes.get(id);
		rights.require(viewer, rolls.of(vote.rollId()));
		page.addAttribute("vote", vote);
		page.addAttribute("questions", questions.of(id));
		page.addAttribute("channels", List.of(CastChannel.PAPER, CastChannel.HOME, CastChannel.PROXY));
		page.addAttribute("waiting", readings.unsettledPapers(id).stream().map(each -> new Waiting(each.serial(), each.channel(), each.isDifferent(),
				each.officers().stream().map(people::nameOf).toList(), VoteTime.text(each.received()))).toList());
		page.asMap().putIfAbsent("ticked", Map.of());
		page.asMap().putIfAbsent("channel", CastChannel.PAPER);
		return "votes/paper";
	}

	@PostMapping
	String read(@PathVariable long id, @RequestParam(defaultValue = "") String serial, @RequestParam(defaultValue = "PAPER") CastChannel channel,
			@RequestParam MultiValueMap<String, String> form, Viewer viewer, Model page, Locale locale, RedirectAttributes next,
			HttpServletResponse response) {
		try {
			boolean stub = votes.get(id).isSecret();
			var choices = stub ? Map.<Integer, Choice>of() : BallotForm.read(questions.of(id), form);
			said(desk.read(id, new PaperRead(serial, channel, choices), viewer), stub ? "stub" : "paper", next);
			next.addFlashAttribute("channel", channel);
			return "redirect:/votes/" + id + "/paper";
		} catch (Refusal refusal) {
			if (refusal.status() == HttpStatus.NOT_FOUND) {
				throw refusal;
			}
			page.addAttribute("sentence", sentences.sentence(refusal, locale));
			page.addAttribute("serial", serial);
			page.addAttribute("channel", channel);
			page.addAttribute("ticked", form);
			response.setStatus(refusal.status().value());
			return page(id, viewer, page, response);
		}
	}

	private static void said(Read read, String what, RedirectAttributes next) {
		next.addFlashAttribute("notice", "votes.box." + what
				+ (read.receipt().isPresent() ? ".cast" : read.readings() == 1 ? ".first" : ".different"));
		next.addFlashAttribute("noticeArgs", new Object[] { read.serial() });
	}
}
