package cn.cuobian.elections;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The desk of the reviews: who was put forward, and what each department says. */
@Controller
class CandidatePages {

	private final Elections elections;
	private final Candidates candidates;
	private final ReviewRows reviews;
	private final ElectionRules rules;
	private final ElectionRights rights;
	private final FormRefusals refusals;
	private final Places places;

	CandidatePages(Elections elections, Candidates candidates, ReviewRows reviews, ElectionRules rules, ElectionRights rights,
			FormRefusals refusals, Places places) {
		this.elections = elections;
		this.candidates = candidates;
		this.reviews = reviews;
		this.rules = rules;
		this.rights = rights;
		this.refusals = refusals;
		this.places = places;
	}

	/** @param cells one for each column of the desk, null where nothing was asked yet */
	record Row(Candidate candidate, String name, List<Review> cells) {
	}

	/** A column of the desk: the interview, a department, or the city. */
	record Column(String stage, String department, String name) {
	}

	@GetMapping("/elections/{id:[0-9]+}/candidates")
	ModelAndView desk(@PathVariable long id, Viewer viewer, Locale locale) {
		var election = elections.of(id, viewer);
		boolean mayReview = rights.reviews(viewer, election.place());
		var columns = columns(election, locale);
		var all = candidates.of(id);
		var model = new HashMap<String, Object>(Map.of("election", election, "place", places.get(election.place()), "columns", columns,
				"rows", rows(all, columns, mayReview, reviews.ofElection(id)), "channels", Channel.values()));
		model.put("mayNominate", rights.nominates(viewer, election.place()) && !election.state().isOver());
		model.put("mayStrike", rights.runs(viewer, election.place()) && election.state().ordinal() < ElectionState.ELECTED.ordinal());
		model.put("mayReview", mayReview);
		model.put("members", all.stream().filter(Candidate::partyMember).count());
		model.put("typed", Map.of());
		model.put("wrong", Map.of());
		return new ModelAndView("elections/candidates", model);
	}

	@PostMapping("/elections/{id:[0-9]+}/candidates")
	ModelAndView nominate(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer, Locale locale) {
		elections.of(id, viewer);
		return acted(id, typed, viewer, locale, () -> candidates.nominate(id, new NewCandidate(channel(typed.get("channel")),
				Math.max(0, ElectionPages.number(typed, "proposers")), typed.get("name"), typed.get("unit"), typed.get("statement"),
				"true".equals(typed.get("party")), "true".equals(typed.get("publish"))), viewer));
	}

	@PostMapping("/elections/{id:[0-9]+}/candidates/{candidate:[0-9]+}/photo")
	ModelAndView photo(@PathVariable long id, @PathVariable long candidate, @RequestParam MultipartFile photo, Viewer viewer, Locale locale)
			throws IOException {
		var upload = photo.getBytes();
		mine(id, candidate, viewer);
		return acted(id, Map.of(), viewer, locale, () -> candidates.photo(candidate, upload, viewer));
	}

	private void mine(long id, long candidate, Viewer viewer) {
		elections.of(id, viewer);
		if (candidates.get(candidate).electionId() != id) {
			throw Refusal.notFound();
		}
	}

	/** @param how {@code withdrawn} by himself, or {@code struck} off after an objection */
	@PostMapping("/elections/{id:[0-9]+}/candidates/{candidate:[0-9]+}/{how:withdrawn|struck}")
	ModelAndView leave(@PathVariable long id, @PathVariable long candidate, @PathVariable String how, @RequestParam Map<String, String> typed,
			Viewer viewer, Locale locale) {
		mine(id, candidate, viewer);
		return acted(id, typed, viewer, locale, () -> {
			if (how.equals("struck")) {
				candidates.strike(candidate, typed.get("words"), viewer);
			} else {
				candidates.withdraw(candidate, typed.get("words"), viewer);
			}
		});
	}

	private ModelAndView acted(long id, Map<String, String> typed, Viewer viewer, Locale locale, Runnable act) {
		try {
			act.run();
			return new ModelAndView("redirect:/elections/" + id + "/candidates");
		} catch (Refusal refusal) {
			return refusals.on(desk(id, viewer, locale), refusal, typed, locale);
		}
	}

	private List<Column> columns(Election election, Locale locale) {
		var street = rules.departments(election.place()).stream()
				.map(department -> new Column(Review.STREET, department.code(), department.name().in(locale)));
		return Stream.of(Stream.of(new Column(Review.INTERVIEW, "community", null)), street,
				Stream.of(new Column(Review.CITY, "city", null))).flatMap(each -> each).toList();
	}

	/** Names and reasons are for those who review; others see 张**. */
	private static List<Row> rows(List<Candidate> all, List<Column> columns, boolean mayReview, List<Review> reviews) {
		var byCandidate = reviews.stream().collect(Collectors.groupingBy(Review::candidateId));
		return all.stream().map(candidate -> {
			var own = byCandidate.getOrDefault(candidate.id(), List.of());
			return new Row(candidate, mayReview ? candidate.name() : candidate.masked(),
					columns.stream().map(column -> last(own, column)).toList());
		}).toList();
	}

	private static Review last(List<Review> own, Column column) {
		return own.stream().filter(review -> review.stage().equals(column.stage()) && review.department().equals(column.department()))
				.reduce((first, second) -> second).orElse(null);
	}

	private static Channel channel(String code) {
		return Arrays.stream(Channel.values()).filter(channel -> channel.code().equals(code)).findFirst().orElse(null);
	}
}
