package cn.cuobian.design;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.design.Move.Outcome;
import cn.cuobian.design.Move.Result;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Moves open matters to the version in force: begins, shows how far it is and what became of each. */
@Controller
@RequestMapping("/design/{bundle}/moves")
class MovePages {

	/** Results whose detail is steps. */
	private static final Set<String> WITH_STEPS = Set.of("moved", "as-planned", "no-way");

	private final Moves moves;
	private final MoveRows rows;
	private final Bundles bundles;
	private final OpenMatters matters;
	private final RunningPages running;
	private final BundleNames names;
	private final People people;
	private final StudioRefusals refusals;

	MovePages(Moves moves, MoveRows rows, Bundles bundles, OpenMatters matters, RunningPages running, BundleNames names, People people, StudioRefusals refusals) {
		this.moves = moves;
		this.rows = rows;
		this.bundles = bundles;
		this.matters = matters;
		this.running = running;
		this.names = names;
		this.people = people;
		this.refusals = refusals;
	}

	/**
	 * What became of a matter, with its number.
	 *
	 * @param detail the same as in the result, with steps by their names
	 */
	record Line(OpenMatters.Known matter, Result result, String detail) {
	}

	@PostMapping
	ModelAndView begin(@PathVariable String bundle, Viewer viewer, Locale locale) {
		try {
			return to(bundle, moves.begin(bundle, viewer));
		} catch (Refusal refusal) {
			return refusals.on(running.all(bundle, viewer), refusal, Map.of(), locale);
		}
	}

	/** @param only one of the outcomes; all without it */
	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String bundle, @PathVariable long id, @RequestParam(required = false) Outcome only,
			@RequestParam(defaultValue = "") String after, Viewer viewer) {
		var move = moves.of(bundle, id);
		var found = rows.results(id, only, after, OpenMatters.PAGE + 1);
		var shown = found.subList(0, Math.min(OpenMatters.PAGE, found.size()));
		var page = new ModelAndView("design/move");
		page.addObject("name", names.of(bundle));
		page.addObject("move", move);
		page.addObject("tally", rows.tally(id));
		page.addObject("startedBy", people.nameOf(move.startedBy()));
		page.addObject("only", only);
		page.addObject("results", lines(shown, move, viewer));
		page.addObject("next", found.size() > shown.size() ? shown.get(shown.size() - 1).subject() : null);
		page.addObject("mayMove", Moves.mayMove(viewer));
		page.addObject("refused", List.of());
		return page;
	}

	private List<Line> lines(List<Result> results, Move move, Viewer viewer) {
		Map<Integer, Drawings> drawings = new HashMap<>();
		var known = matters.known(results.stream().map(Result::subject).toList(), viewer);
		return results.stream().map(result -> {
			int drawn = result.outcome() == Outcome.MOVED || result.from() == null ? move.version() : result.from();
			var names = drawings.computeIfAbsent(drawn, version -> new Drawings(bundles.files(move.bundle(), version)));
			return new Line(known.get(result.subject()), result, WITH_STEPS.contains(result.why())
					? Stream.of(result.detail().split(", ")).map(names::anywhere).collect(Collectors.joining("、")) : result.detail());
		}).toList();
	}

	@PostMapping("/{id}/stop")
	ModelAndView stop(@PathVariable String bundle, @PathVariable long id, Viewer viewer, Locale locale) {
		return done(bundle, id, viewer, locale, () -> moves.stop(bundle, id, viewer));
	}

	@PostMapping("/{id}/go-on")
	ModelAndView goOn(@PathVariable String bundle, @PathVariable long id, Viewer viewer, Locale locale) {
		return done(bundle, id, viewer, locale, () -> moves.goOn(bundle, id, viewer));
	}

	@PostMapping("/{id}/give-up")
	ModelAndView giveUp(@PathVariable String bundle, @PathVariable long id, Viewer viewer, Locale locale) {
		return done(bundle, id, viewer, locale, () -> moves.giveUp(bundle, id, viewer));
	}

	private ModelAndView done(String bundle, long id, Viewer viewer, Locale locale, Runnable act) {
		try {
			act.run();
			return to(bundle, id);
		} catch (Refusal refusal) {
			return refusals.on(show(bundle, id, null, "", viewer), refusal, Map.of(), locale);
		}
	}

	private static ModelAndView to(String bundle, long id) {
		return new ModelAndView("redirect:/design/" + bundle + "/moves/" + id);
	}
}
