package cn.cuobian.votes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.TallyRules.Tie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an election officer draws up a vote that stands alone. */
@Controller
@RequestMapping("/votes/new")
class NewVotePages {

	/** Questions the form has room for. */
	private static final int ROOM = 5;

	private final Votes votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final RefusalSentences sentences;

	NewVotePages(Votes votes, Rolls rolls, RollRights rights, RefusalSentences sentences) {
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.sentences = sentences;
	}

	/** As it was typed. */
	record Plan(long roll, String title, Openness openness, Boolean replacing, Boolean invalidParticipates, ReceiptShows receipt, Integer proxyCap,
			Tie tie, @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime opens, @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime closes,
			Boolean extendable, List<Integer> item, List<String> words, List<Integer> seats, List<Integer> alternates, List<String> candidates) {

		NewVote vote() {
			return new NewVote(roll, title, NewVote.ALONE, openness, ticked(replacing), ticked(invalidParticipates), receipt, number(proxyCap), tie, instant(opens),
					instant(closes), ticked(extendable), questions());
		}

		/** Rows with nothing in them are no questions. */
		private List<NewQuestion> questions() {
			var questions = new ArrayList<NewQuestion>();
			for (int i = 0; i < (item == null ? 0 : item.size()); i++) {
				if (!text(words, i).isBlank() || !text(candidates, i).isBlank()) {
					questions.add(new NewQuestion(item.get(i), text(words, i), number(at(seats, i)), number(at(alternates, i)),
							number(at(seats, i)), text(candidates, i).lines().map(String::strip).filter(line -> !line.isEmpty()).toList()));
				}
			}
			return questions;
		}

		/** What is missing is as good as past: the check says so beside the field. */
		private static Instant instant(LocalDateTime local) {
			return local == null ? Instant.EPOCH : VoteTime.of(local);
		}

		/** A box that is not ticked is not sent. */
		private static boolean ticked(Boolean sent) {
			return Boolean.TRUE.equals(sent);
		}

		private static int number(Integer typed) {
			return typed == null ? 0 : typed;
		}

		private static String text(List<String> all, int i) {
			var found = at(all, i);
			return found == null ? "" : found;
		}

		private static <T> T at(List<T> all, int i) {
			return all == null || i >= all.size() ? null : all.get(i);
		}
	}

	@GetMapping
	String form(@RequestParam long roll, Viewer viewer, Model page) {
		var facts = rolls.of(roll);
		rights.require(viewer, facts);
		page.addAttribute("roll", facts);
		page.addAttribute("rows", ROOM);
		page.addAttribute("openness", Openness.values());
		page.addAttribute("receipts", ReceiptShows.values());
		page.asMap().putIfAbsent("errors", Map.of());
		return "votes/new";
	}

	@PostMapping
	String prepare(Plan plan, Viewer viewer, Model page, Locale locale, HttpServletResponse response) {
		try {
			return "redirect:/votes/" + votes.prepare(plan.vote(), viewer);
		} catch (Refusal refusal) {
			if (refusal.status() == HttpStatus.NOT_FOUND) {
				throw refusal;
			}
			page.addAttribute("sentences", refusal.parts().stream().map(part -> sentences.sentence(part, locale)).toList());
			page.addAttribute("errors", sentences.byField(refusal, locale));
			page.addAttribute("plan", plan);
			response.setStatus(refusal.status().value());
			return form(plan.roll(), viewer, page);
		}
	}
}
