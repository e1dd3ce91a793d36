package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.votes.Urn.UrnPaper;
import cn.cuobian.votes.Urn.UrnRead;
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

/** Where officers read the papers of a secret vote when the urn is open. No serial and no unit is on it. */
@Controller
@RequestMapping("/votes/{id}/urn")
class UrnPages {

	private final Urn urn;
	private final UrnReadings readings;
	private final VoteRows votes;
	private final VoteQuestions questions;
	private final Rolls rolls;
	private final RollRights rights;
	private final People people;
	private final RefusalSentences sentences;

	UrnPages(Urn urn, UrnReadings readings, VoteRows votes, VoteQuestions questions, Rolls rolls, RollRights rights, People people,
			RefusalSentences sentences) {
		this.urn = urn;
		this.readings = readings;
		this.votes = votes;
		this.questions = questions;
		this.rolls = rolls;
		this.rights = rights;
		this.people = people;
		this.sentences = sentences;
	}

	/** A paper that waits for another reading. */
	record Waiting(int no, boolean different, List<String> officers) {
	}

	/** Papers that nobody has read yet. */
	record Awaited(String area, int papers) {
	}

	@GetMapping
	String page(@PathVariable long id, Viewer viewer, Model page, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		var vote = votes.get(id);
		rights.require(viewer, rolls.of(vote.rollId()));
		if (!vote.isSecret()) {
			throw Refusal.notFound();
		}
		page.addAttribute("vote", vote);
		page.addAttribute("ends", VoteTime.text(vote.ends()));
		page.addAttribute("opened", urn.isOpened(vote));
		page.addAttribute("questions", questions.of(id));
		page.addAttribute("papers", urn.papers(id));
		page.addAttribute("unread", urn.unread(id));
		page.addAttribute("awaited", urn.awaited(id).entrySet().stream().map(each -> new Awaited(SquareMetres.text(each.getKey()), each.getValue())).toList());
		page.addAttribute("waiting", readings.open(id).stream()
				.map(each -> new Waiting(each.no(), each.isDifferent(), each.officers().stream().map(people::nameOf).toList())).toList());
		page.asMap().putIfAbsent("ticked", Map.of());
		return "votes/urn";
	}

	@PostMapping
	String read(@PathVariable long id, @RequestParam(defaultValue = "0") int no, @RequestParam(defaultValue = "") String area,
			@RequestParam MultiValueMap<String, String> form, Viewer viewer, Model page, Locale locale, RedirectAttributes next,
			HttpServletResponse response) {
		try {
			said(urn.read(id, new UrnPaper(no, area, BallotForm.read(questions.of(id), form)), viewer), next);
			return "redirect:/votes/" + id + "/urn";
		} catch (Refusal refusal) {
			if (refusal.status() == HttpStatus.NOT_FOUND) {
				throw refusal;
			}
			page.addAttribute("sentence", sentences.sentence(refusal, locale));
			page.addAttribute("no", no);
			page.addAttribute("area", area);
			page.addAttribute("ticked", form);
			response.setStatus(refusal.status().value());
			return page(id, viewer, page, response);
		}
	}

	private static void said(UrnRead read, RedirectAttributes next) {
		next.addFlashAttribute("notice", read.inBox() ? "votes.box.urn.cast" : read.readings() == 1 ? "votes.box.urn.first" : "votes.box.urn.different");
		next.addFlashAttribute("noticeArgs", new Object[] { read.no() });
	}
}
