package cn.cuobian.votes;

import java.util.Locale;
import java.util.Map;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.votes.OwnerBallot.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an owner votes with his code: the ballot, a screen to look it over, and then the receipt. Works without scripts. */
@Controller
@RequestMapping("/vote")
class OwnerVotePages {

	private static final String ENTER = "votes/enter";
	private static final String BALLOT = "votes/ballot";

	private final OwnerBallot ballots;
	private final VoteLimits limits;
	private final RefusalSentences sentences;

	OwnerVotePages(OwnerBallot ballots, VoteLimits limits, RefusalSentences sentences) {
		this.ballots = ballots;
		this.limits = limits;
		this.sentences = sentences;
	}

	/** The address holds the code: nobody between here and the reader keeps the page. */
	@ModelAttribute
	void keepNothing(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	@GetMapping
	String enter() {
		return ENTER;
	}

	@PostMapping
	String find(@RequestParam(defaultValue = "") String code, Model page, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			return "redirect:/vote/" + limits.withCode(request, () -> ballots.of(code)).code();
		} catch (Refusal refusal) {
			return said(refusal, ENTER, page, locale, response);
		}
	}

	@GetMapping("/{code}")
	String ballot(@PathVariable String code, Model page, Locale locale, HttpServletRequest request, HttpServletResponse response) {
		try {
			show(limits.withCode(request, () -> ballots.of(code)), Map.of(), page);
			return BALLOT;
		} catch (Refusal refusal) {
			return said(refusal, ENTER, page, locale, response);
		}
	}

	/** Nothing is cast yet. */
	@PostMapping("/{code}/review")
	String review(@PathVariable String code, @RequestParam MultiValueMap<String, String> form, Model page, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		return filledIn(code, form, page, locale, request, response, sheet -> {
			page.addAttribute("review", ballots.review(sheet, BallotForm.read(sheet.questions(), form)));
			return "votes/review";
		});
	}

	/** Back from there, with everything still ticked. */
	@PostMapping("/{code}/change")
	String change(@PathVariable String code, @RequestParam MultiValueMap<String, String> form, Model page, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		return filledIn(code, form, page, locale, request, response, sheet -> BALLOT);
	}

	@PostMapping("/{code}")
	String cast(@PathVariable String code, @RequestParam MultiValueMap<String, String> form, Model page, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		return filledIn(code, form, page, locale, request, response, sheet -> {
			ballots.cast(code, BallotForm.read(sheet.questions(), form));
			return "redirect:/vote/" + sheet.code();
		});
	}

	private interface Filled {

		String on(Sheet sheet);
	}

	private String filledIn(String code, MultiValueMap<String, String> form, Model page, Locale locale, HttpServletRequest request,
			HttpServletResponse response, Filled act) {
		Sheet sheet;
		try {
			sheet = limits.withCode(request, () -> ballots.of(code));
		} catch (Refusal refusal) {
			return said(refusal, ENTER, page, locale, response);
		}
		show(sheet, Map.of(), page);
		try {
			show(sheet, BallotForm.shown(BallotForm.read(sheet.questions(), form)), page);
			return act.on(sheet);
		} catch (Refusal refusal) {
			show(limits.withCode(request, () -> ballots.of(code)), BallotForm.shown(ticked(sheet, form)), page);
			return said(refusal, BALLOT, page, locale, response);
		}
	}

	private static Map<Integer, Choice> ticked(Sheet sheet, MultiValueMap<String, String> form) {
		try {
			return BallotForm.read(sheet.questions(), form);
		} catch (Refusal unreadable) {
			return Map.of();
		}
	}

	private static void show(Sheet sheet, Map<String, ?> ticked, Model page) {
		page.addAttribute("sheet", sheet);
		page.addAttribute("ticked", ticked);
	}

	private String said(Refusal refusal, String view, Model page, Locale locale, HttpServletResponse response) {
		page.addAttribute("sentence", sentences.sentence(refusal, locale));
		page.addAttribute("errors", sentences.byField(refusal, locale));
		response.setStatus(refusal.status().value());
		return view;
	}
}
