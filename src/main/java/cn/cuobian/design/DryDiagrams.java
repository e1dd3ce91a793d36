package cn.cuobian.design;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The drawings of a draft: where the walk stands in them, or where its scenarios have been. */
@RestController
@RequestMapping("/design/drafts/{draft}/dry")
class DryDiagrams {

	private final Drafts drafts;
	private final DryRuns runs;
	private final Scenarios scenarios;

	DryDiagrams(Drafts drafts, DryRuns runs, Scenarios scenarios) {
		this.drafts = drafts;
		this.runs = runs;
		this.scenarios = scenarios;
	}

	/** As the island that draws it wants it. */
	record Drawn(String modelName, int version, String bpmnUrl, Set<String> active, Set<String> passed) {
	}

	record Shown(List<Drawn> traces) {
	}

	@GetMapping("/diagram")
	Shown walk(@PathVariable long draft, Viewer viewer) {
		DryPages.plays(viewer);
		return new Shown(runs.of(draft, viewer).picture().flows().stream()
				.map(flow -> new Drawn(flow.name(), 0, url(draft, flow.model()), flow.active(), flow.passed())).toList());
	}

	@GetMapping("/coverage")
	Shown coverage(@PathVariable long draft, Viewer viewer) {
		DryPages.plays(viewer);
		var facts = drafts.of(draft);
		var visited = scenarios.visited(facts);
		var drawings = new Drawings(drafts.house(draft));
		return new Shown(drawings.of(facts.bundle()).stream().map(model -> new Drawn(model, 0, url(draft, model), Set.of(),
				drawings.nodes(model).stream().filter(node -> visited.contains(model + ":" + node)).collect(Collectors.toSet()))).toList());
	}

	@GetMapping(path = "/drawing/{model}", produces = MediaType.APPLICATION_XML_VALUE)
	String drawing(@PathVariable long draft, @PathVariable String model, Viewer viewer) {
		DryPages.plays(viewer);
		return new Drawings(drafts.house(draft)).xml(model).orElseThrow(Refusal::notFound);
	}

	private static String url(long draft, String model) {
		return "/design/drafts/" + draft + "/dry/drawing/" + model;
	}
}
