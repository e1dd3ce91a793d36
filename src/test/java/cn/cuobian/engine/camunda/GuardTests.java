package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.Verbs.Noun;
import cn.cuobian.refusals.Refusal;

/** What people may draw is not refused, and what is too much is. */
class GuardTests {

	private final Guard guard = new Guard(new Verbs(Map.of("matters", new Noun("matters", Map.of("close", Set.of(1))))));

	@Test
	void whatTheDesktopModelerWritesPasses() {
		String drawing = Drawings.bpmn("modelled", Drawings.around("service_close_matter", """
				<bpmn:serviceTask id="service_close_matter" name="归档" camunda:modelerTemplate="cn.cuobian.matters.close"
					camunda:modelerTemplateVersion="1" camunda:expression="${matters.close(matterId)}"/>"""))
				.replace("<bpmn:definitions ", """
						<bpmn:definitions xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
						xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"
						xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" exporter="Camunda Modeler" exporterVersion="5.30.0"
						modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0"\s""")
				.replace("</bpmn:definitions>", """
						<bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="modelled">
						<bpmndi:BPMNShape id="s_di" bpmnElement="s" bioc:stroke="#0d4372" bioc:fill="#bbdefb" color:background-color="#bbdefb">
						<dc:Bounds x="179" y="79" width="36" height="36"/><bpmndi:BPMNLabel/></bpmndi:BPMNShape></bpmndi:BPMNPlane>
						</bpmndi:BPMNDiagram></bpmn:definitions>""");
		assertThatNoException().isThrownBy(() -> guard.check("modelled.bpmn", drawing.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void conditionsOverFactsAndAnswersOfTablesPass() {
		for (String expression : new String[] {"${decision == 'raise' && !urgent}", "${empty part ? 1 : part + 1}", "${triage.tier eq 'hall'}",
				"${execution.hasVariable('decision') && execution.getVariable('decision') == 'settled'}", "#{matters.close(matterId)}",
				"第 ${part} 份", "price is $5"}) {
			assertThatNoException().as(expression).isThrownBy(() -> check(expression));
		}
	}

	@Test
	void aLongExpressionIsRefusedBeforeItIsParsed() {
		assertRefused("${" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "}", "engine.model-expression-too-long");
	}

	@Test
	void whatCannotBeReadIsRefused() {
		assertRefused("${decision ==}", "engine.model-expression-unreadable");
		assertRefused("${decision", "engine.model-expression-unreadable");
		assertRefused("${execution}", "engine.model-expression-call");
		assertRefused("${task.name}", "engine.model-expression-call");
		assertRefused("${matters.close(matterId).getClass()}", "engine.model-expression-call");
		assertRefused("${execution.removeVariable('a')}", "engine.model-noun");
		assertRefused("${matters}${x.y.z}", "engine.model-expression-call");
	}

	@Test
	void aConditionOfAFormMayNotRunForMinutes() {
		String form = "{\"components\": [{\"type\": \"textfield\", \"label\": \"for every resident\", \"conditional\": {\"hide\": \"=%s\"}}]}";
		assertThatNoException().isThrownBy(() -> guard.check("a.form", form.formatted("decision != 'x'").getBytes(StandardCharsets.UTF_8)));
		for (String hostile : new String[] {"count(for i in 1..100000000 return i) > 1", "matches(word, '^(a+)+$')",
				"some x in 1..100000000 satisfies x < 0", "function(a) external {java: {}}"}) {
			assertThatThrownBy(() -> guard.check("a.form", form.formatted(hostile).getBytes(StandardCharsets.UTF_8)))
					.isInstanceOf(Refusal.class).hasMessage("engine.model-feel-in-form");
			assertThatThrownBy(() -> new CamundaFeel().holds(hostile, Map.of())).isInstanceOf(IllegalArgumentException.class);
		}
		assertThatThrownBy(() -> guard.check("a.form", "{".getBytes(StandardCharsets.UTF_8)))
				.isInstanceOf(Refusal.class).hasMessage("engine.model-no-form");
	}

	@Test
	void depthAndSizeHaveALimit() {
		String deep = "<bpmn:subProcess id=\"p\">".repeat(60) + "</bpmn:subProcess>".repeat(60);
		assertThatThrownBy(() -> guard.check("a.bpmn", Drawings.bpmn("a", deep).getBytes(StandardCharsets.UTF_8)))
				.isInstanceOf(Refusal.class).hasMessage("engine.model-too-deep");
		assertThatThrownBy(() -> guard.check("a.form", new byte[(1 << 20) + 1])).isInstanceOf(Refusal.class).hasMessage("engine.model-too-large");
		assertThatThrownBy(() -> guard.check("a.bpmn", "not xml".getBytes(StandardCharsets.UTF_8)))
				.isInstanceOf(Refusal.class).hasMessage("engine.model-unreadable");
	}

	@Test
	void anElementOfNoNamespaceIsRefused() {
		assertThatThrownBy(() -> guard.check("a.bpmn", "<definitions/>".getBytes(StandardCharsets.UTF_8)))
				.isInstanceOf(Refusal.class).hasMessage("engine.model-namespace");
	}

	@Test
	void aLongTextInQuotesIsRefusedBeforeItIsSearched() {
		String table = Drawings.dmn("a", "", "kind", "\"" + "x".repeat(100_000) + "\"");
		assertThatThrownBy(() -> guard.check("a.dmn", table.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refusal.class).hasMessage("engine.model-feel");
	}

	private void assertRefused(String expression, String rule) {
		assertThatThrownBy(() -> check(expression)).as(expression).isInstanceOf(Refusal.class).hasMessage(rule);
	}

	private void check(String expression) {
		String escaped = expression.replace("&", "&amp;").replace("<", "&lt;");
		guard.check("a.bpmn", Drawings.bpmn("a", Drawings.around("x", "<bpmn:userTask id=\"x\"><bpmn:documentation>" + escaped
				+ "</bpmn:documentation></bpmn:userTask>")).getBytes(StandardCharsets.UTF_8));
	}
}
