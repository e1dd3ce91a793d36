package cn.cuobian.design;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.design.Rehearsal.Line;
import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Order.Sheet;
import cn.cuobian.design.walk.Shape;
import cn.cuobian.engine.Moving;
import cn.cuobian.engine.Moving.Copy;
import cn.cuobian.engine.inspection.ModelFile;

/**
 * Builds what stands open in a twin, on the version it runs on, and moves it there. Matters that stand alike are built
 * once; the line of each is its own, with its own clocks.
 */
@Component
class RehearsalStage {

	private static final String MATTER = "matter:";

	private final Bundles bundles;
	private final DeployedVersions deployed;
	private final PlacementRows placements;
	private final Twins twins;
	private final Moving moving;
	private final Clocks clocks;
	private final RehearsalWords words;
	private final Clock clock;

	RehearsalStage(Bundles bundles, DeployedVersions deployed, PlacementRows placements, Twins twins, Moving moving, Clocks clocks,
			RehearsalWords words, Clock clock) {
		this.bundles = bundles;
		this.deployed = deployed;
		this.placements = placements;
		this.twins = twins;
		this.moving = moving;
		this.clocks = clocks;
		this.words = words;
		this.clock = clock;
	}

	/** A matter with all that is behind of it. */
	private record Open(String subject, List<Copy> copies, Map<String, Instant> clocks) {

		/** The versions it runs on: usually one. */
		private List<String> deployments() {
			return copies.stream().map(Copy::deployment).distinct().sorted().toList();
		}
	}

	void play(String bundle, Rehearsal rehearsal) {
		var current = bundles.current(bundle);
		var deployment = deployed.deployment(current).orElseThrow();
		var versions = deployed.of(bundle);
		var plan = Carriage.Plan.of(versions, current.draft() == null ? List.of() : placements.of(current.draft()));
		var open = moving.behind(bundle, deployment, "", Rehearsals.MOST).stream().map(subject -> open(subject, bundle, deployment)).toList();
		Map<String, List<Open>> byVersion = new LinkedHashMap<>();
		open.forEach(each -> byVersion.computeIfAbsent(String.join(" ", each.deployments()), none -> new ArrayList<>()).add(each));
		byVersion.values().forEach(same -> new Scene(bundle, current, versions, plan, rehearsal).play(same));
	}

	private Open open(String subject, String bundle, String deployment) {
		Map<String, Instant> due = new TreeMap<>();
		clocks.ofSubject(subject).stream().filter(running -> !running.isPaused()).forEach(running -> due.putIfAbsent(running.code(), running.due()));
		return new Open(subject, moving.copies(subject, bundle, deployment), due);
	}

	/** All matters of one version, in one twin. */
	private final class Scene {

		private final String bundle;
		private final BundleVersion current;
		private final Map<String, Integer> versions;
		private final Carriage.Plan plan;
		private final Rehearsal rehearsal;
		private final Drawings drawings;
		private final Map<Shape, Answer> played = new HashMap<>();

		Scene(String bundle, BundleVersion current, Map<String, Integer> versions, Carriage.Plan plan, Rehearsal rehearsal) {
			this.bundle = bundle;
			this.current = current;
			this.versions = versions;
			this.plan = plan;
			this.rehearsal = rehearsal;
			this.drawings = new Drawings(bundles.files(bundle, current.version()));
		}

		private void play(List<Open> same) {
			var first = same.get(0);
			var version = first.deployments().size() == 1 ? versions.get(first.deployments().get(0)) : null;
			if (version == null || !first.subject().startsWith(MATTER)) {
				same.forEach(each -> rehearsal.add(words.unknown(each.subject(), each.subject().startsWith(MATTER) ? "version" : "kind")));
				return;
			}
			List<ModelFile> house = new ArrayList<>(bundles.currentHouse());
			house.removeIf(file -> file.room().equals(bundle));
			house.addAll(bundles.files(bundle, version));
			try (Twin twin = twins.take(house)) {
				var next = twin.ask(Order.next(sheets(bundles.files(bundle, current.version()))));
				same.forEach(each -> rehearsal.add(next.isGood() ? line(each, twin) : words.broken(each.subject(), next)));
			}
		}

		private Line line(Open open, Twin twin) {
			var staying = open.copies().stream().flatMap(copy -> copy.tokens().stream().filter(token -> plan.staying().contains(copy.model() + ":" + token.element()))
					.map(token -> drawings.name(copy.model() + ":" + token.element()))).distinct().collect(Collectors.joining("、"));
			if (!staying.isEmpty()) {
				return words.stays(open.subject(), staying);
			}
			List<Answer> answers = open.copies().stream().map(copy -> answer(copy, open, twin)).toList();
			return answers.stream().filter(answer -> !answer.isGood()).findFirst().map(answer -> words.broken(open.subject(), answer))
					.orElseGet(() -> words.comesOver(open.subject(), open.clocks(), answers, drawings));
		}

		/** Ids tell nothing but which one it is, and the instants are each matter's own: without them many stand alike. */
		private Answer answer(Copy copy, Open open, Twin twin) {
			var wishes = plan.wishes().getOrDefault(copy.model(), Map.of());
			var alike = new Shape(bundle, copy.model(), named(copy.facts()), copy.tokens().stream().map(token -> new Shape.Token(token.element(), named(token.facts())))
					.toList(), new TreeMap<>(open.clocks().keySet().stream().collect(Collectors.toMap(code -> code, code -> Instant.EPOCH))), wishes);
			return played.computeIfAbsent(alike, none -> twin.ask(Order.carry(new Shape(bundle, copy.model(), copy.facts(), copy.tokens().stream()
					.map(token -> new Shape.Token(token.element(), token.facts())).toList(), open.clocks(), wishes), clock.instant())));
		}

		private Map<String, Object> named(Map<String, Object> facts) {
			Map<String, Object> named = new TreeMap<>(facts);
			named.values().removeIf(Number.class::isInstance);
			named.remove("place");
			return named;
		}
	}

	private static List<Sheet> sheets(List<ModelFile> files) {
		return files.stream().map(file -> new Sheet(file.room(), file.name(), new String(file.content(), StandardCharsets.UTF_8))).toList();
	}
}
