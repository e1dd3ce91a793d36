package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.CuobianTest;
import cn.cuobian.engine.inspection.ModelFile;

/** What a ready step makes of a drawing passes the gate in every room that offers it. */
@CuobianTest
class StepTemplatesTests {

	private static final Map<String, String> KINDS = Map.of("bpmn:UserTask", "user", "bpmn:ServiceTask", "service", "bpmn:CallActivity", "call");

	/** A folder of its own. */
	private static final String OTHERS = "others";

	@Autowired
	Lint lint;
	@Autowired
	Bundles bundles;

	@TestFactory
	List<DynamicTest> everyTemplatePassesTheGate() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		for (JsonNode template : templates()) {
			for (String room : rooms(template)) {
				for (Step step : Step.variants(template, formOf(room))) {
					tests.add(DynamicTest.dynamicTest(room + ": " + step.name(), () -> assertThat(judge(room, step.xml())).isEmpty()));
				}
			}
		}
		assertThat(tests).hasSizeGreaterThan(25);
		return tests;
	}

	@Test
	void theGateWouldFindATemplateThatIsWrong() throws IOException {
		String xml = Step.variants(templates().get(0), "none-such").get(0).xml();
		assertThat(judge("escalation", xml)).extracting(Lint.Judged::element).contains("user_tried");
	}

	@Test
	void everyTextStandsInBothLanguages() throws IOException {
		templates().forEach(template -> {
			assertThat(template.has("name.en")).as(template.path("id").asString()).isTrue();
			template.path("properties").forEach(property -> assertThat(property.has("label.en")).as(property.toString()).isEqualTo(property.has("label")));
		});
	}

	private List<Lint.Judged> judge(String room, String step) {
		List<ModelFile> house = new ArrayList<>(bundles.currentHouse());
		house.add(ModelFile.of(room, "tried.bpmn", Step.drawing(step)));
		if (room.equals(OTHERS)) {
			house.add(new ModelFile(room, "hall-talk.form", content(house, "escalation/hall-talk.form")));
		}
		return lint.of(house);
	}

	private static byte[] content(List<ModelFile> house, String path) {
		return house.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().content();
	}

	private String formOf(String room) {
		return room.equals(OTHERS) ? "hall-talk" : bundles.currentHouse().stream().filter(file -> file.room().equals(room) && file.name().endsWith(".form"))
				.map(file -> file.name().replace(".form", "")).sorted().findFirst().orElse("");
	}

	/** A template for every room is tried in all that have forms. */
	private static Set<String> rooms(JsonNode template) {
		var rooms = StreamSupport.stream(template.path("rooms").spliterator(), false).map(JsonNode::asString).toList();
		return rooms.isEmpty() ? Set.of("escalation", "dispute", "matters", "elections", OTHERS) : Set.copyOf(rooms);
	}

	private static JsonNode templates() throws IOException {
		try (var file = new ClassPathResource("design/element-templates.json").getInputStream()) {
			return new JsonMapper().readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	/** What the editor makes of a template, for one choice of its first drop-down with fixed choices. */
	private record Step(String name, String xml) {

		static List<Step> variants(JsonNode template, String form) {
			var choices = StreamSupport.stream(template.path("properties").spliterator(), false).map(property -> property.path("choices"))
					.filter(JsonNode::isArray).findFirst();
			int variants = choices.map(JsonNode::size).orElse(1);
			return IntStream.range(0, variants).mapToObj(i -> of(template, form, i)).toList();
		}

		private static Step of(JsonNode template, String form, int choice) {
			String type = template.path("appliesTo").get(0).asString();
			var attributes = new StringBuilder();
			var properties = new StringBuilder();
			var mappings = new StringBuilder();
			for (JsonNode property : template.path("properties")) {
				String value = escaped(value(property, form, choice));
				JsonNode binding = property.path("binding");
				switch (binding.path("type").asString()) {
					case "property" -> attributes.append(" %s=\"%s\"".formatted(binding.path("name").asString(), value));
					case "camunda:property" -> properties.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(binding.path("name").asString(), value));
					case "camunda:in" -> mappings.append("<camunda:in %s=\"%s\" target=\"%s\"/>".formatted(
							binding.path("expression").asBoolean(false) ? "sourceExpression" : "source", value, binding.path("target").asString()));
					case "camunda:out" -> mappings.append("<camunda:out source=\"%s\" target=\"%s\"/>".formatted(binding.path("source").asString(), value));
					default -> throw new IllegalArgumentException(binding.toString());
				}
			}
			String tag = type.replace("bpmn:", "");
			tag = Character.toLowerCase(tag.charAt(0)) + tag.substring(1);
			String xml = "<%s id=\"%s_tried\" camunda:modelerTemplate=\"%s\"%s><extensionElements>%s%s</extensionElements></%s>".formatted(tag,
					KINDS.get(type), template.path("id").asString(), attributes, properties.isEmpty() ? "" : "<camunda:properties>" + properties + "</camunda:properties>",
					mappings, tag);
			return new Step(template.path("id").asString() + " " + choice, xml);
		}

		private static String value(JsonNode property, String form, int choice) {
			if (property.path("choices").isArray()) {
				return property.path("choices").get(choice).path("value").asString();
			}
			return property.has("value") ? property.path("value").asString() : switch (property.path("source").asString()) {
				case "posts" -> "${posts.at('hall-secretary', place)}";
				case "forms" -> form;
				case "carriers" -> "${'property-manager'}";
				case "clocks" -> "LADDER.HALL";
				case "stops" -> "${clocks.stop('LADDER.HALL', matterId)}";
				default -> throw new IllegalArgumentException(property.toString());
			};
		}

		static String drawing(String step) {
			String id = step.replaceAll("(?s)^<\\w+ id=\"([^\"]+)\".*", "$1");
			return """
					<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
						xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://cuobian.cn/bpmn">
					<process id="tried" name="试" isExecutable="true" camunda:historyTimeToLive="P3650D">
						<startEvent id="start_tried" name="开始"/><sequenceFlow id="flow_1" sourceRef="start_tried" targetRef="%1$s"/>%2$s
						<sequenceFlow id="flow_2" sourceRef="%1$s" targetRef="end_tried"/><endEvent id="end_tried" name="结束"/></process>
					<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="tried"><bpmndi:BPMNShape id="s1" bpmnElement="start_tried"/>
						<bpmndi:BPMNShape id="s2" bpmnElement="%1$s"/><bpmndi:BPMNShape id="s3" bpmnElement="end_tried"/>
						<bpmndi:BPMNEdge id="e1" bpmnElement="flow_1"/><bpmndi:BPMNEdge id="e2" bpmnElement="flow_2"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
					</definitions>""".formatted(id, step);
		}

		private static String escaped(String text) {
			return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
		}
	}
}
