package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.Verbs.Noun;
import cn.cuobian.engine.inspection.Finding;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.engine.inspection.Rooms;

/** Every rule of the gate falls when it is broken, at the right element, with a sentence in both languages. */
class InspectorTest {

	private static final Verbs VERBS = new Verbs(Map.of(
			"matters", new Noun("matters", Map.of("note", Set.of(2), "close", Set.of(1))),
			"posts", new Noun("people", Map.of("at", Set.of(2))),
			"clocks", new Noun("clocks", Map.of("due", Set.of(3, 4))),
			"ladder", new Noun("escalation", Map.of("raise", Set.of(1)))));
	private static final Rooms ROOMS = new Rooms(Map.of("matters", Set.of("people", "clocks"),
			"escalation", Set.of("matters", "people", "clocks"), "clocks", Set.of()));

	private final Inspector inspector = Gate.with(VERBS, ROOMS);

	@Test
	void nothingIsFoundInAGoodModel() {
		assertThat(inspector.inspect(GoodModel.files())).isEmpty();
	}

	static Stream<Arguments> broken() {
		return Stream.of(
				arguments("one-process", "", "settle.bpmn", "</process>", "</process><process id=\"two\"/>"),
				arguments("key-is-file-name", "other", "settle.bpmn", "<process id=\"settle\"", "<process id=\"other\""),
				arguments("key-is-file-name", "other", "tier.dmn", "<decision id=\"tier\"", "<decision id=\"other\""),
				arguments("not-executable", "settle", "settle.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\""),
				arguments("time-to-live", "settle", "settle.bpmn", " camunda:historyTimeToLive=\"P3650D\"", ""),
				arguments("time-to-live", "tier", "tier.dmn", " camunda:historyTimeToLive=\"P1825D\"", ""),
				arguments("id-shape", "CallClose", "settle.bpmn", "\"call_close\"", "\"CallClose\""),
				arguments("chinese-name", "user_settle_matter", "settle.bpmn", "name=\"商议\"", "name=\"Talk\""),
				arguments("chinese-name", "gateway_decide", "settle.bpmn", " name=\"商议结果\"", ""),
				arguments("no-verb", "service_note_report", "settle.bpmn", " camunda:expression=\"${matters.note(matterId, 'reported')}\"", ""),
				arguments("unknown-verb", "service_note_report", "settle.bpmn", "matters.note(matterId, 'reported')", "matters.note(matterId)"),
				arguments("unknown-verb", "service_note_report", "settle.bpmn", "matters.note(", "matters.write("),
				arguments("upward-verb", "service_note_report", "settle.bpmn", "matters.note(matterId, 'reported')", "ladder.raise(matterId)"),
				arguments("literal-time", "timer_settle_due", "settle.bpmn", "${clocks.due('BUILDING', matterId, place)}", "2026-05-01T00:00:00Z"),
				arguments("literal-time", "timer_settle_due", "settle.bpmn",
						"<timeDate xsi:type=\"tFormalExpression\">${clocks.due('BUILDING', matterId, place)}</timeDate>",
						"<timeDuration xsi:type=\"tFormalExpression\">P3D</timeDuration>"),
				arguments("literal-time", "timer_settle_due", "settle.bpmn", "${clocks.due('BUILDING', matterId, place)}", "${place}"),
				arguments("unknown-clock", "timer_settle_due", "settle.bpmn", "clocks.due('BUILDING'", "clocks.due('NONE'"),
				arguments("unknown-clock", "user_settle_matter", "settle.bpmn", "value=\"BUILDING\"", "value=\"NONE\""),
				arguments("two-clocks", "timer_settle_due", "settle.bpmn", "value=\"BUILDING\"", "value=\"NONE\""),
				arguments("no-clock", "user_settle_matter", "settle.bpmn", "name=\"clock\"", "name=\"watch\""),
				arguments("no-post", "user_settle_matter", "settle.bpmn", "${posts.at('building-steward', place)}", "everybody"),
				arguments("no-form", "user_settle_matter", "settle.bpmn", "formRef=\"settle\"", "formRef=\"other\""),
				arguments("form-binding", "user_settle_matter", "settle.bpmn", "formRefBinding=\"deployment\"", "formRefBinding=\"latest\""),
				arguments("form-unreadable", "", "settle.form", "\"components\"", "\"parts\""),
				arguments("form-unreadable", "", "settle.form", "\"id\": \"settle\"", "\"id\": \"other\""),
				arguments("unknown-fact", "flow_again", "settle.bpmn", "decision == 'again'", "answer == 'again'"),
				arguments("unknown-answer", "flow_again", "settle.bpmn", "decision == 'again'", "decision == 'agian'"),
				arguments("words-asked", "flow_again", "settle.bpmn", "decision == 'again'", "minutes == 'again'"),
				arguments("words-asked", "flow_again", "settle.bpmn", "decision == 'again'", "decision == 'again' and not empty day"),
				arguments("words-asked", "service_note_report", "settle.bpmn", "matters.note(matterId, 'reported')", "matters.note(matterId, minutes)"),
				arguments("words-asked", "user_settle_matter", "settle.bpmn", "posts.at('building-steward', place)", "posts.at(who, place)"),
				arguments("component-type", "m", "settle.form", "\"textarea\"", "\"filepicker\""),
				arguments("component-type", "f", "settle.form", "\"type\": \"radio\", ", ""),
				arguments("component-type", "g", "settle.form", "\"group\"", "\"dynamiclist\""),
				arguments("unreachable", "end_closed", "settle.bpmn", "sourceRef=\"call_close\" targetRef=\"end_closed\"",
						"sourceRef=\"call_close\" targetRef=\"call_close\""),
				arguments("no-end", "call_close", "settle.bpmn", "sourceRef=\"call_close\" targetRef=\"end_closed\"",
						"sourceRef=\"call_close\" targetRef=\"call_close\""),
				arguments("endless-loop", "service_note_report", "settle.bpmn", "targetRef=\"user_settle_matter\"", "targetRef=\"gateway_decide\""),
				arguments("many-times", "user_settle_matter", "settle.bpmn", "</extensionElements></userTask>",
						"</extensionElements><multiInstanceLoopCharacteristics><loopCardinality>100000</loopCardinality>"
								+ "</multiInstanceLoopCharacteristics></userTask>"),
				arguments("unjoined-split", "gateway_decide", "settle.bpmn", "<exclusiveGateway id=\"gateway_decide\" name=\"商议结果\" default=\"flow_settled\"/>",
						"<parallelGateway id=\"gateway_decide\" name=\"商议结果\"/>"),
				arguments("unjoined-split", "user_settle_matter", "settle.bpmn", "attachedToRef=\"user_settle_matter\"",
						"cancelActivity=\"false\" attachedToRef=\"user_settle_matter\""),
				arguments("too-many-steps", "settle", "settle.bpmn", "<endEvent id=\"end_closed\" name=\"办结\"/>",
						"<endEvent id=\"end_closed\" name=\"办结\"/>" + manySteps()),
				arguments("unknown-procedure", "call_close", "settle.bpmn", "calledElement=\"close\"", "calledElement=\"none\""),
				arguments("circular-call", "call_close", "settle.bpmn", "calledElement=\"close\"", "calledElement=\"settle\""),
				arguments("no-withdrawal", "settle", "settle.bpmn", " triggeredByEvent=\"true\"", ""),
				arguments("no-withdrawal", "settle", "settle.bpmn", "name=\"matter_withdrawn\"", "name=\"matter_withdrawal\""),
				arguments("no-withdrawal", "settle", "settle.bpmn", "messageRef=\"message\"", "messageRef=\"other\""),
				arguments("no-withdrawal", "settle", "settle.bpmn", "<startEvent id=\"start_withdrawn\"",
						"<startEvent isInterrupting=\"false\" id=\"start_withdrawn\""),
				arguments("not-drawn", "end_closed", "settle.bpmn", "bpmnElement=\"end_closed\"", "bpmnElement=\"nothing\""),
				arguments("not-drawn", "flow_3", "settle.bpmn", "bpmnElement=\"flow_3\"", "bpmnElement=\"nothing\""));
	}

	private static String manySteps() {
		return IntStream.range(0, 500).mapToObj("<endEvent id=\"end_%d\" name=\"办结\"/>"::formatted).collect(Collectors.joining());
	}

	@ParameterizedTest(name = "{0} at {1}")
	@MethodSource("broken")
	void aBrokenRuleIsFound(String rule, String element, String file, String good, String bad) {
		List<Finding> found = inspector.inspect(with(file, good, bad));
		assertThat(found).anySatisfy(finding -> {
			assertThat(finding.messageKey()).isEqualTo("engine.finding." + rule);
			assertThat(finding.element()).isEqualTo(element);
			assertThat(finding.file()).isEqualTo("matters/" + file);
		});
		assertThat(found).allSatisfy(InspectorTest::canBeRead);
	}

	@Test
	void whatTheGuardRefusesIsAFindingToo() {
		List<Finding> found = inspector.inspect(with("settle.bpmn", "camunda:expression=", "camunda:class="));
		found = new ArrayList<>(found);
		found.addAll(inspector.inspect(with("settle.form", "{\"id\"", "\"id\"")));
		assertThat(found).extracting(Finding::messageKey).contains("refusal.engine.model-attribute", "refusal.engine.model-no-form");
		assertThat(found).allSatisfy(InspectorTest::canBeRead);
	}

	@Test
	void aProcedureOfAHigherRoomMayNotBeCalled() {
		List<ModelFile> files = new ArrayList<>(GoodModel.files());
		files.replaceAll(file -> file.name().equals("close.bpmn") ? new ModelFile("escalation", file.name(), file.content()) : file);
		assertThat(inspector.inspect(files)).extracting(Finding::messageKey).containsExactly("engine.finding.upward-procedure");
	}

	@Test
	void aModelInAFolderOfItsOwnMayCallEveryRoom() {
		List<ModelFile> files = new ArrayList<>(GoodModel.files());
		files.replaceAll(file -> file.room().equals("matters") ? new ModelFile("charging", file.name(), file.content()) : file);
		assertThat(inspector.inspect(files)).isEmpty();
	}

	@Test
	void aProcedureThatIsNoKindOfMatterNeedNotWaitForAWithdrawal() {
		List<ModelFile> files = with("settle.bpmn", "name=\"kind\"", "name=\"sort\"");
		files.replaceAll(file -> file.name().equals("settle.bpmn") ? edited(file, "name=\"matter_withdrawn\"", "name=\"other\"") : file);
		assertThat(inspector.inspect(files)).isEmpty();
	}

	private static List<ModelFile> with(String name, String good, String bad) {
		List<ModelFile> files = new ArrayList<>(GoodModel.files());
		files.replaceAll(file -> file.name().equals(name) ? edited(file, good, bad) : file);
		return files;
	}

	private static ModelFile edited(ModelFile file, String good, String bad) {
		String content = new String(file.content(), StandardCharsets.UTF_8);
		assertThat(content).as("what is to be broken").contains(good);
		return ModelFile.of(file.room(), file.name(), content.replace(good, bad));
	}

	private static void canBeRead(Finding finding) {
		for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
			String sentence = ResourceBundle.getBundle("i18n/engine", language, ResourceBundle.Control
					.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(finding.messageKey());
			assertThat(new MessageFormat(sentence).format(finding.allArguments())).doesNotContain("{");
		}
	}
}
