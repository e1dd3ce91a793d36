package cn.cuobian.design;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.cuobian.design.Recording.Step;
import cn.cuobian.design.walk.Picture;
import cn.cuobian.design.walk.Picture.Waiting;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.matters.Kinds;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;

/** Puts a walk, its scenarios and their coverage into words for the page. */
@Component
class DryView {

	private static final String ELECTION = "owners_committee";

	private final Trials trials;
	private final Scenarios scenarios;
	private final Drafts drafts;
	private final Kinds kinds;
	private final People people;
	private final MessageSource messages;
	private final Clock clock;

	DryView(Trials trials, Scenarios scenarios, Drafts drafts, Kinds kinds, People people, MessageSource messages, Clock clock) {
		this.trials = trials;
		this.scenarios = scenarios;
		this.drafts = drafts;
		this.kinds = kinds;
		this.people = people;
		this.messages = messages;
		this.clock = clock;
	}

	/** A choice in a list. */
	record Choice(String code, String name) {
	}

	/** An open task. */
	record TaskLine(String id, String name, String post, String due, boolean late) {
	}

	record ClockLine(String code, String step, String due, String state) {
	}

	record RungLine(String code, String rung, String at) {
	}

	record StepLine(String name, String at) {
	}

	/** @param state {@code fresh}, {@code passed}, {@code differs} or {@code accepted} */
	record ScenarioLine(long id, String name, String author, int steps, String state, String words, String reason, long millis) {
	}

	/** How much of a drawing the scenarios came by. */
	record CoverLine(String model, int visited, int all, List<String> missing) {
	}

	void describe(DraftFacts draft, DryRun run, String task, Viewer viewer, Locale language, Model model) {
		var house = drafts.house(draft.id());
		var drawings = new Drawings(house);
		model.addAttribute("draft", draft);
		model.addAttribute("draws", StudioRights.mayDraw(viewer));
		model.addAttribute("trial", trials.of(draft.id(), draft.revision()).orElse(null));
		model.addAttribute("starts", starts(house, language));
		model.addAttribute("places", places(language));
		model.addAttribute("today", LocalDate.now(clock));
		model.addAttribute("scenarios", scenarioLines(draft));
		model.addAttribute("cover", cover(draft, drawings));
		model.addAttribute("run", run);
		model.addAttribute("begun", run == null ? null : run.recording());
		if (run != null) {
			describe(draft, run, task, language, model);
		}
	}

	private void describe(DraftFacts draft, DryRun run, String task, Locale language, Model model) {
		Picture picture = run.picture();
		model.addAttribute("now", ClockText.moment(picture.now()));
		model.addAttribute("stale", run.revision() != draft.revision());
		model.addAttribute("tasks", picture.open().stream().map(each -> line(each, picture.now(), language)).toList());
		model.addAttribute("chosen", picture.open().stream().filter(each -> each.id().equals(task)).findFirst().map(each -> line(each, picture.now(), language)).orElse(null));
		model.addAttribute("next", moment(picture.next()));
		model.addAttribute("deadline", moment(picture.deadline()));
		model.addAttribute("clocks", picture.clocks().stream().map(each -> new ClockLine(each.code(), step(run, each.element()), ClockText.moment(each.due()), each.state())).toList());
		model.addAttribute("rungs", picture.rungs().stream().map(each -> new RungLine(each.code(), each.rung(), ClockText.moment(each.at()))).toList());
		model.addAttribute("mails", run.mails());
		model.addAttribute("resident", picture.resident());
		model.addAttribute("over", picture.over());
		model.addAttribute("walked", run.recording().steps().stream().map(each -> new StepLine(name(each, language), ClockText.moment(each.after().now()))).toList());
	}

	private static TaskLine line(Waiting task, Instant now, Locale language) {
		String name = language.getLanguage().equals("en") && task.nameEn() != null ? task.nameEn() : task.name();
		return new TaskLine(task.id(), name, task.post(), moment(task.due()), task.due() != null && !now.isBefore(task.due()));
	}

	/** Clocks of the matter as a whole belong to no step. */
	private static String step(DryRun run, String element) {
		return element == null ? "" : run.picture().flows().stream().map(flow -> flow.model() + ":" + element)
				.filter(key -> !run.drawings().name(key).equals(key)).findFirst().map(run.drawings()::name).orElse("");
	}

	private String name(Step step, Locale language) {
		return switch (step.deed()) {
			case COMPLETE -> step.name();
			case JUMP -> say("design.dry.jumped-" + step.element(), language);
			case RESIDENT -> say("design.dry." + step.element(), language);
		};
	}

	private static String moment(Instant at) {
		return at == null ? null : ClockText.moment(at);
	}

	/** The kinds of the house, and those that only the draft has. */
	private List<Choice> starts(List<ModelFile> house, Locale language) {
		Stream<Choice> known = kinds.offered().stream().map(kind -> new Choice(kind.code(), kind.name(language)));
		Set<String> codes = Set.copyOf(kinds.offered().stream().map(kind -> kind.code()).toList());
		Stream<Choice> drawn = new Starts(house).kinds().entrySet().stream().filter(each -> !codes.contains(each.getKey()))
				.map(each -> new Choice(each.getKey(), each.getValue()));
		return Stream.of(known, drawn, Stream.of(new Choice(ELECTION, say("design.dry.election", language)))).flatMap(each -> each).toList();
	}

	private List<Choice> places(Locale language) {
		return Stream.of("lingxiu", "lingxiu-1", "hongsheng-mingdi").map(place -> new Choice(place, say("design.dry.place." + place, language))).toList();
	}

	private List<ScenarioLine> scenarioLines(DraftFacts draft) {
		Map<Long, Replay> replays = scenarios.replays(draft);
		return scenarios.of(draft.bundle()).stream().map(scenario -> line(scenario, replays.get(scenario.id()))).toList();
	}

	private ScenarioLine line(Scenario scenario, Replay replay) {
		String author = people.nameOf(scenario.author());
		int steps = scenario.recording().steps().size();
		if (replay == null) {
			return new ScenarioLine(scenario.id(), scenario.name(), author, steps, "fresh", "", null, 0);
		}
		String state = replay.reason() != null ? "accepted" : replay.passed() ? "passed" : "differs";
		return new ScenarioLine(scenario.id(), scenario.name(), author, steps, state, replay.words(), replay.reason(), replay.millis());
	}

	private List<CoverLine> cover(DraftFacts draft, Drawings drawings) {
		Set<String> visited = scenarios.visited(draft);
		return drawings.of(draft.bundle()).stream().map(model -> {
			var missing = drawings.nodes(model).stream().filter(node -> !visited.contains(model + ":" + node)).map(node -> drawings.name(model + ":" + node)).toList();
			return new CoverLine(model, drawings.nodes(model).size() - missing.size(), drawings.nodes(model).size(), missing);
		}).toList();
	}

	private String say(String key, Locale language) {
		return messages.getMessage(key, null, key, language);
	}
}
