package cn.cuobian.design;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The walks that were kept, and what they come to on later drafts. */
@Component
class Scenarios {

	private static final int LONGEST_NAME = 100;
	private static final int LONGEST_REASON = 1_000;
	private static final int LONGEST_WORDS = 2_000;

	private final ScenarioRows rows;
	private final Drafts drafts;
	private final Twins twins;
	private final Replays replays;
	private final Clock clock;

	Scenarios(ScenarioRows rows, Drafts drafts, Twins twins, Replays replays, Clock clock) {
		this.rows = rows;
		this.drafts = drafts;
		this.twins = twins;
		this.replays = replays;
		this.clock = clock;
	}

	/** Keeps a walk; on the draft on which it was walked it has passed. */
	@Transactional
	long keep(long draft, String name, Recording recording, int revision, Viewer viewer) {
		var facts = drafts.of(draft);
		if (recording.steps().isEmpty()) {
			throw new Refusal("design.dry-nothing-walked");
		}
		long id = rows.insert(new Scenario(0, facts.bundle(), text("name", name, LONGEST_NAME), recording, viewer.personId(), clock.instant()));
		rows.keep(new Replay(id, draft, revision, true, "", recording, 0, null, clock.instant()));
		return id;
	}

	List<Scenario> of(String bundle) {
		return rows.of(bundle);
	}

	/** What they came to on the draft as it is saved now, by scenario. */
	Map<Long, Replay> replays(DraftFacts draft) {
		return rows.replays(draft.id(), draft.revision()).stream().collect(Collectors.toMap(Replay::scenario, Function.identity()));
	}

	/** Walks all of them on the draft as it is saved now. */
	List<Replay> replayAll(long id) {
		var draft = drafts.of(id);
		var house = drafts.house(id);
		var drawings = new Drawings(house);
		try (Twin twin = twins.take(house)) {
			return of(draft.bundle()).stream().map(scenario -> replay(twin, scenario, draft, drawings)).toList();
		}
	}

	private Replay replay(Twin twin, Scenario scenario, DraftFacts draft, Drawings drawings) {
		var outcome = replays.replay(twin, scenario.recording(), drawings);
		String words = outcome.difference().substring(0, Math.min(LONGEST_WORDS, outcome.difference().length()));
		var replay = new Replay(scenario.id(), draft.id(), draft.revision(), words.isEmpty(), words, outcome.walked(), outcome.millis(), null, clock.instant());
		rows.keep(replay);
		return replay;
	}

	/** The difference is wanted: from now on the scenario expects what it came to on this draft. */
	@Transactional
	void accept(long scenario, long id, String reason, Viewer viewer) {
		var draft = drafts.of(id);
		var replay = Optional.ofNullable(replays(draft).get(scenario)).filter(each -> each.walked().begun() != null).orElseThrow(Refusal::notFound);
		var why = text("reason", reason, LONGEST_REASON) + " — " + viewer.name();
		rows.expect(scenario, replay.walked());
		rows.keep(new Replay(scenario, id, draft.revision(), true, replay.words(), replay.walked(), replay.millis(), why, clock.instant()));
	}

	/** Takes it out of use. @throws Refusal 404 */
	@Transactional
	void drop(long scenario, long draft) {
		var found = rows.find(scenario).filter(each -> each.bundle().equals(drafts.of(draft).bundle())).orElseThrow(Refusal::notFound);
		rows.drop(found.id(), Timestamp.from(clock.instant()));
	}

	/** Every element that a scenario came by on the draft as it is saved now, as {@code model:element}. */
	Set<String> visited(DraftFacts draft) {
		Set<Long> alive = of(draft.bundle()).stream().map(Scenario::id).collect(Collectors.toSet());
		Set<String> visited = new HashSet<>();
		replays(draft).values().stream().filter(replay -> alive.contains(replay.scenario()) && replay.walked().begun() != null).forEach(replay -> {
			visited.addAll(replay.walked().last().passed());
			visited.addAll(replay.walked().last().active());
		});
		return visited;
	}

	private static String text(String field, String text, int longest) {
		String plain = text == null ? "" : text.strip();
		if (plain.isEmpty() || plain.length() > longest) {
			throw Refusal.onField(field, "design.dry-" + field, longest);
		}
		return plain;
	}
}
