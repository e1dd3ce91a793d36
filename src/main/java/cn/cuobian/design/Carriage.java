package cn.cuobian.design;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.design.Move.Outcome;
import cn.cuobian.design.Move.Result;
import cn.cuobian.engine.Moving;
import cn.cuobian.engine.Moving.Standing;
import cn.cuobian.matters.Timeline;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.Worklist;

/** Carries one matter over to another version, as the plan that was approved with it says. */
@Component
class Carriage {

	private static final String MATTER = "matter:";

	private final Bundles bundles;
	private final DeployedVersions deployed;
	private final PlacementRows placements;
	private final Moving moving;
	private final Worklist worklist;
	private final Timeline timeline;
	private final RefusalSentences sentences;
	private final Clock clock;

	Carriage(Bundles bundles, DeployedVersions deployed, PlacementRows placements, Moving moving, Worklist worklist, Timeline timeline,
			RefusalSentences sentences, Clock clock) {
		this.bundles = bundles;
		this.deployed = deployed;
		this.placements = placements;
		this.moving = moving;
		this.worklist = worklist;
		this.timeline = timeline;
		this.sentences = sentences;
		this.clock = clock;
	}

	/**
	 * @param versions by deployment
	 * @param wishes by model, steps of the new version by steps of the older ones
	 * @param staying those who wait here stay, as {@code model:element}
	 */
	record Plan(Map<String, Integer> versions, Map<String, Map<String, String>> wishes, Set<String> staying) {

		static Plan of(Map<String, Integer> versions, Collection<Placement> said) {
			Map<String, Map<String, String>> wishes = new HashMap<>();
			Set<String> staying = new HashSet<>();
			said.forEach(placement -> {
				if (placement.isStaying()) {
					staying.add(placement.model() + ":" + placement.element());
				} else {
					wishes.computeIfAbsent(placement.model(), none -> new HashMap<>()).put(placement.element(), placement.target());
				}
			});
			return new Plan(versions, wishes, staying);
		}
	}

	/** What the program brought along has no draft: there the ids decide. */
	Plan plan(Move move) {
		var draft = bundles.version(move.bundle(), move.version()).draft();
		return Plan.of(deployed.of(move.bundle()), draft == null ? List.of() : placements.of(draft));
	}

	/** Empty when nothing of it is behind any more: it went on by itself meanwhile. */
	Optional<Result> carry(Move move, Plan plan, String subject) {
		worklist.hold(subject);
		var behind = moving.standing(subject, move.bundle()).stream().filter(at -> !at.deployment().equals(move.deployment())).toList();
		if (behind.isEmpty()) {
			return Optional.empty();
		}
		var from = behind.stream().map(Standing::deployment).map(plan.versions()::get).findFirst().orElse(null);
		var staying = behind.stream().filter(at -> plan.staying().contains(at.model() + ":" + at.element())).map(Standing::element).distinct()
				.collect(Collectors.joining(", "));
		if (!staying.isEmpty()) {
			return Optional.of(new Result(subject, Outcome.STAYS, from, "as-planned", staying, clock.instant()));
		}
		moving.move(subject, move.bundle(), move.deployment(), plan.wishes());
		note(move, subject, from);
		return Optional.of(new Result(subject, Outcome.MOVED, from, "moved", lands(move, subject), clock.instant()));
	}

	/** The version it runs on; null for one that is older than the first on record. */
	Integer from(Move move, Plan plan, String subject) {
		return moving.standing(subject, move.bundle()).stream().map(Standing::deployment).filter(deployment -> !deployment.equals(move.deployment()))
				.map(plan.versions()::get).findFirst().orElse(null);
	}

	private String lands(Move move, String subject) {
		return moving.standing(subject, move.bundle()).stream().map(Standing::element).distinct().collect(Collectors.joining(", "));
	}

	private void note(Move move, String subject, Integer from) {
		if (subject.startsWith(MATTER)) {
			timeline.note(Long.parseLong(subject.substring(MATTER.length())), move.startedBy(), "procedure-moved",
					from == null ? "" : String.valueOf(from), String.valueOf(move.version()));
		}
	}

	String words(Refusal refusal) {
		return refusal.rule().equals("engine.not-movable") ? String.valueOf(refusal.arguments()[0])
				: sentences.sentence(refusal, LocaleContextHolder.getLocale());
	}
}
