package cn.cuobian.matters;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import cn.cuobian.engine.Models;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.Processes;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The drawings a matter runs through, with where it stands and where it has been. */
@RestController
@RequestMapping("/matters/{number}/diagram")
class DiagramData {

	private final MatterFile file;
	private final Processes processes;
	private final Models models;
	private final ProcedureVersions versions;

	DiagramData(MatterFile file, Processes processes, Models models, ProcedureVersions versions) {
		this.file = file;
		this.processes = processes;
		this.models = models;
		this.versions = versions;
	}

	record Drawn(String modelName, int version, String bpmnUrl, Set<String> active, Set<String> passed) {
	}

	record Drawings(List<Drawn> traces) {
	}

	@GetMapping
	Drawings diagram(@PathVariable String number, Viewer viewer) {
		Matter matter = file.open(number, viewer);
		List<ProcessTrace> traces = processes.trace(matter.facts().subject());
		return new Drawings(IntStream.range(0, traces.size()).mapToObj(i -> drawn(matter, traces.get(i), i)).toList());
	}

	private Drawn drawn(Matter matter, ProcessTrace trace, int index) {
		return new Drawn(trace.modelName(), versions.of(trace.definitionId()).orElse(trace.version()), "/matters/" + matter.number() + "/diagram/" + index,
				trace.active(), trace.passed());
	}

	@GetMapping(path = "/{index}", produces = MediaType.APPLICATION_XML_VALUE)
	String bpmn(@PathVariable String number, @PathVariable int index, Viewer viewer) {
		List<ProcessTrace> traces = processes.trace(file.open(number, viewer).facts().subject());
		if (index < 0 || index >= traces.size()) {
			throw Refusal.notFound();
		}
		return models.bpmn(traces.get(index).definitionId());
	}
}
