package cn.cuobian.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.cuobian.design.Impact.Change;
import cn.cuobian.design.Impact.Choice;
import cn.cuobian.design.Impact.Time;
import cn.cuobian.design.StepsDrawn.Step;
import cn.cuobian.engine.Moving;
import cn.cuobian.engine.Moving.Landing;
import cn.cuobian.engine.Moving.Waiting;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;

/** Weighs a draft against the matters under way: where each that waits would come to. */
@Component
class Impacts {

	private final Drafts drafts;
	private final Bundles bundles;
	private final DeployedVersions deployed;
	private final PlacementRows placements;
	private final Moving moving;

	Impacts(Drafts drafts, Bundles bundles, DeployedVersions deployed, PlacementRows placements, Moving moving) {
		this.drafts = drafts;
		this.bundles = bundles;
		this.deployed = deployed;
		this.placements = placements;
		this.moving = moving;
	}

	/**
	 * One line for each step at which matters wait, on whatever version.
	 *
	 * @throws Refusal while a drawing of the draft cannot be read
	 */
	List<Impact> of(DraftFacts draft) {
		var waiting = draft.state().isOver() ? List.<Waiting>of() : moving.waiting(draft.bundle());
		return waiting.isEmpty() ? List.of() : new Weighing(draft).lines(waiting);
	}

	/** One draft, with all that is read once. */
	private final class Weighing {

		private final String bundle;
		private final Map<String, ModelFile> drawings;
		private final Map<String, String> titles;
		private final Map<String, Integer> versions;
		private final Map<String, Map<String, Placement>> said = new HashMap<>();
		private final Map<ModelFile, StepsDrawn> drawn = new HashMap<>();
		private final Map<Integer, Map<String, ModelFile>> older = new HashMap<>();

		Weighing(DraftFacts draft) {
			bundle = draft.bundle();
			var files = drafts.files(draft.id());
			drawings = drawings(files);
			titles = new HashMap<>(FileTitles.of(bundles.files(bundle, draft.base())));
			titles.putAll(FileTitles.of(files));
			versions = deployed.of(bundle);
			placements.of(draft.id()).forEach(each -> said.computeIfAbsent(each.model(), none -> new LinkedHashMap<>()).put(each.element(), each));
		}

		private Map<String, ModelFile> drawings(Collection<ModelFile> files) {
			return files.stream().filter(file -> file.room().equals(bundle) && Paths.kind(file.path()).equals("bpmn"))
					.collect(Collectors.toMap(file -> Paths.key(file.path()), Function.identity()));
		}

		private List<Impact> lines(List<Waiting> waiting) {
			Map<String, Map<String, List<Waiting>>> steps = new TreeMap<>();
			waiting.forEach(each -> steps.computeIfAbsent(each.model(), none -> new TreeMap<>())
					.computeIfAbsent(each.element(), none -> new ArrayList<>()).add(each));
			return steps.entrySet().stream().flatMap(model -> model(model.getKey(), model.getValue())).toList();
		}

		private Stream<Impact> model(String model, Map<String, List<Waiting>> steps) {
			Map<String, List<Landing>> landings = new HashMap<>();
			steps.values().stream().flatMap(List::stream).collect(Collectors.groupingBy(Waiting::deployment)).forEach((deployment, here) ->
					landings(model, deployment, here).forEach(landing -> landings.computeIfAbsent(landing.element(), none -> new ArrayList<>()).add(landing)));
			return steps.entrySet().stream().map(step -> line(model, step.getKey(), step.getValue(), landings.getOrDefault(step.getKey(), List.of())));
		}

		/** A drawing that the draft does not have any more offers nothing. */
		private List<Landing> landings(String model, String deployment, List<Waiting> here) {
			var drawing = drawings.get(model);
			return drawing == null ? List.of() : moving.landings(deployment, model, drawing, here.stream().map(Waiting::element).toList(), wishes(model));
		}

		private Map<String, String> wishes(String model) {
			Map<String, String> wishes = new LinkedHashMap<>();
			said.getOrDefault(model, Map.of()).values().stream().filter(each -> !each.isStaying()).forEach(each -> wishes.put(each.element(), each.target()));
			return wishes;
		}

		private Impact line(String model, String element, List<Waiting> here, List<Landing> landings) {
			var placement = said.getOrDefault(model, Map.of()).get(element);
			boolean stays = placement != null && placement.isStaying();
			String lands = stays ? null : agreed(landings).orElse(null);
			var before = here.stream().map(each -> before(each)).flatMap(Optional::stream).toList();
			return new Impact(model, titles.getOrDefault(bundle + "/" + model + ".bpmn", model), element,
					before.stream().map(Step::name).filter(name -> !name.isBlank()).findFirst().orElse(element),
					here.stream().mapToLong(Waiting::subjects).sum(), here.stream().map(each -> versions.get(each.deployment())).distinct().toList(),
					change(model, element, before), lands, lands == null ? null : name(model, lands), stays, choices(model, landings),
					placement == null ? null : placement.target(), placement != null, lands == null ? Time.NONE : time(before, after(model, lands)),
					landings.stream().flatMap(landing -> landing.against().stream()).distinct().toList());
		}

		/** Those on different versions come to the same step, or nobody knows where. */
		private Optional<String> agreed(List<Landing> landings) {
			var lands = landings.stream().map(Landing::lands).distinct().toList();
			return lands.size() == 1 && landings.stream().allMatch(landing -> landing.against().isEmpty()) ? Optional.ofNullable(lands.get(0)) : Optional.empty();
		}

		private List<Choice> choices(String model, List<Landing> landings) {
			List<String> possible = landings.isEmpty() ? List.of() : new ArrayList<>(landings.get(0).possible());
			landings.forEach(landing -> possible.retainAll(landing.possible()));
			return possible.stream().map(element -> new Choice(element, name(model, element))).toList();
		}

		private Change change(String model, String element, List<Step> before) {
			var now = after(model, element);
			if (now.isEmpty()) {
				return Change.DROPPED;
			}
			return before.stream().allMatch(step -> step.says().equals(now.get().says())) ? Change.SAME : Change.CHANGED;
		}

		private Time time(List<Step> before, Optional<Step> after) {
			var old = before.isEmpty() ? null : before.get(0).clock();
			var next = after.map(Step::clock).orElse(null);
			if (Objects.equals(old, next)) {
				return old == null ? Time.NONE : Time.RUNS_ON;
			}
			return next == null ? Time.ENDS : Time.BEGINS;
		}

		private String name(String model, String element) {
			return after(model, element).map(Step::name).filter(name -> !name.isBlank()).orElse(element);
		}

		private Optional<Step> after(String model, String element) {
			return Optional.ofNullable(drawings.get(model)).flatMap(drawing -> step(drawing, element));
		}

		private Optional<Step> before(Waiting at) {
			var version = versions.get(at.deployment());
			return version == null ? Optional.empty()
					: Optional.ofNullable(older.computeIfAbsent(version, number -> drawings(bundles.files(bundle, number))).get(at.model()))
							.flatMap(drawing -> step(drawing, at.element()));
		}

		private Optional<Step> step(ModelFile drawing, String element) {
			return drawn.computeIfAbsent(drawing, StepsDrawn::new).find(element);
		}
	}
}
