package cn.cuobian.design.desk;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import cn.cuobian.people.Viewer;

/**
 * What Camunda Modeler 5 asks an engine of Camunda 7, and nothing else of its interface: is somebody there, which version,
 * take these files, begin an instance.
 */
@RestController
@RequestMapping("/engine-rest")
class DeskApi {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

	private final Desk desk;
	private final MessageSource messages;
	private final Clock clock;

	DeskApi(Desk desk, MessageSource messages, Clock clock) {
		this.desk = desk;
		this.messages = messages;
		this.clock = clock;
	}

	/** The tool's way of asking whether it may come in: a list of deployments, and none of them. */
	@GetMapping(path = "/deployment", params = "maxResults=0")
	List<EngineJson.Deployment> connection() {
		return List.of();
	}

	@GetMapping("/version")
	EngineJson.Version version() {
		return new EngineJson.Version(desk.engineVersion());
	}

	@PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	EngineJson.Deployment deploy(HttpServletRequest request, Viewer viewer) throws IOException, ServletException {
		return json(desk.deploy(DeliveryForm.read(request.getParts()), viewer));
	}

	@PostMapping("/process-definition/{id}/start")
	EngineJson.Instance start(@PathVariable String id, @RequestBody EngineJson.Start start, Viewer viewer) {
		long draft = desk.begin(id, facts(start), viewer);
		return new EngineJson.Instance(List.of(link("/design/drafts/" + draft + "/dry")), "draft-" + draft + "-dry", id, start.businessKey(), null,
				false, false, null);
	}

	@ExceptionHandler
	ResponseEntity<EngineJson.ParseError> objected(Objections objections, Locale language) {
		return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_JSON).body(new ObjectionText(messages, language).of(objections.all()));
	}

	/** Numbers and texts; what else an engine takes as a variable no procedure of ours begins with. */
	private static Map<String, String> facts(EngineJson.Start start) {
		Map<String, String> facts = new HashMap<>();
		if (start.variables() != null) {
			start.variables().forEach((name, given) -> facts.put(name, given == null || given.value() == null ? "" : String.valueOf(given.value())));
		}
		return facts;
	}

	private EngineJson.Deployment json(Deployed deployed) {
		return new EngineJson.Deployment(List.of(link("/design/drafts/" + deployed.draft())), deployed.id(), deployed.name(), "Camunda Modeler",
				moment(deployed.at()), null, definitions(deployed, "bpmn"), null, definitions(deployed, "dmn"), null);
	}

	private static Map<String, EngineJson.Definition> definitions(Deployed deployed, String kind) {
		Map<String, EngineJson.Definition> definitions = new LinkedHashMap<>();
		deployed.definitions().stream().filter(each -> each.is(kind)).forEach(each -> definitions.put(each.id(),
				new EngineJson.Definition(each.id(), each.key(), each.name(), each.version(), each.file(), deployed.id(), false, null)));
		return definitions.isEmpty() ? null : definitions;
	}

	private String moment(Instant at) {
		return MOMENT.format(at.atZone(clock.getZone()));
	}

	private static EngineJson.Link link(String path) {
		return new EngineJson.Link("GET", ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString(), "self");
	}
}
