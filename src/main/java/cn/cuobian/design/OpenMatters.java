package cn.cuobian.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.Moving;
import cn.cuobian.engine.Moving.Waiting;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.Worklist;

/** Which matter runs on which version of a bundle, and at which step it waits. */
@Component
class OpenMatters {

	static final int PAGE = 50;

	private static final String MATTER = "matter:";

	private final Bundles bundles;
	private final DeployedVersions deployed;
	private final Moving moving;
	private final MatterFile matters;
	private final Worklist worklist;

	OpenMatters(Bundles bundles, DeployedVersions deployed, Moving moving, MatterFile matters, Worklist worklist) {
		this.bundles = bundles;
		this.deployed = deployed;
		this.moving = moving;
		this.matters = matters;
		this.worklist = worklist;
	}

	/**
	 * What runs on one deployment.
	 *
	 * @param version null for one that is older than the first version on record
	 * @param matters how many run on it; one that waits at two steps counts once
	 */
	record OnVersion(String deployment, Integer version, boolean current, long matters, List<AtStep> steps) {
	}

	/** @param name of the step as that version draws it */
	record AtStep(String model, String modelName, String element, String name, long matters) {
	}

	/** A matter, or an election. @param link null for who may not see it */
	record Known(String subject, String number, String link) {
	}

	/** @param next what to ask for the page after; null on the last one */
	record Page(List<Known> matters, String next) {
	}

	/** The version in force first, then the newer before the older. */
	List<OnVersion> of(String bundle) {
		var versions = deployed.of(bundle);
		var open = moving.open(bundle);
		var current = deployed.deployment(bundles.current(bundle)).orElse(null);
		Map<String, List<Waiting>> waiting = new HashMap<>();
		moving.waiting(bundle).forEach(each -> waiting.computeIfAbsent(each.deployment(), none -> new ArrayList<>()).add(each));
		return open.entrySet().stream().map(each -> on(bundle, each.getKey(), versions.get(each.getKey()), current, each.getValue(),
				waiting.getOrDefault(each.getKey(), List.of())))
				.sorted(Comparator.comparing((OnVersion on) -> !on.current()).thenComparing(on -> on.version() == null ? 0 : -on.version())).toList();
	}

	private OnVersion on(String bundle, String deployment, Integer version, String current, long matters, List<Waiting> waiting) {
		var files = bundles.files(bundle, version == null ? bundles.current(bundle).version() : version);
		var drawings = new Drawings(files);
		var titles = FileTitles.of(files);
		return new OnVersion(deployment, version, Objects.equals(deployment, current), matters, waiting.stream().map(each -> new AtStep(each.model(),
				titles.getOrDefault(bundle + "/" + each.model() + ".bpmn", each.model()), each.element(),
				drawings.name(each.model(), each.element()), each.subjects())).toList());
	}

	/** @throws Refusal 404 for what waits in no deployment of the bundle */
	AtStep step(String bundle, String deployment, String model, String element) {
		return of(bundle).stream().filter(on -> on.deployment().equals(deployment)).flatMap(on -> on.steps().stream())
				.filter(at -> at.model().equals(model) && at.element().equals(element)).findFirst().orElseThrow(Refusal::notFound);
	}

	/** Those that wait at a step, as numbers: what is in them is not for designers, unless they work there. */
	Page at(String deployment, AtStep step, String after, Viewer viewer) {
		var found = moving.waitingAt(deployment, step.model(), step.element(), after, PAGE + 1);
		var subjects = found.subList(0, Math.min(PAGE, found.size()));
		return new Page(List.copyOf(known(subjects, viewer).values()), found.size() > PAGE ? subjects.get(PAGE - 1) : null);
	}

	/** By subject, in the order of the question. */
	Map<String, Known> known(Collection<String> subjects, Viewer viewer) {
		var numbers = matters.numbers(subjects.stream().filter(subject -> subject.startsWith(MATTER)).map(OpenMatters::id).toList());
		Map<String, Known> known = new LinkedHashMap<>();
		subjects.forEach(subject -> known.put(subject, subject.startsWith(MATTER) ? matter(subject, numbers.get(id(subject)), viewer)
				: new Known(subject, worklist.lineOf(subject).map(line -> line.number()).orElse(subject), null)));
		return known;
	}

	private static long id(String subject) {
		return Long.parseLong(subject.substring(MATTER.length()));
	}

	/** @param number null for one that is no more */
	private Known matter(String subject, String number, Viewer viewer) {
		boolean seen = number != null && matters.find(id(subject), viewer).isPresent();
		return new Known(subject, number == null ? subject : number, seen ? "/matters/" + number : null);
	}
}
