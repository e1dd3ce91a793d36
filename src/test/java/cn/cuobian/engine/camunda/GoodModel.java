package cn.cuobian.engine.camunda;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.cuobian.engine.inspection.ModelFile;

/** A small house of models in which the inspector finds nothing: the ground from which broken ones are made. */
final class GoodModel {

	static final String ROOM = "matters";

	private static final String BODY = """
			<extensionElements><camunda:properties><camunda:property name="kind" value="settling"/></camunda:properties></extensionElements>
			<startEvent id="start_report" name="反映"/>
			<serviceTask id="service_note_report" name="记录" camunda:expression="${matters.note(matterId, 'reported')}"/>
			<userTask id="user_settle_matter" name="商议" camunda:formRef="settle" camunda:formRefBinding="deployment"
				camunda:candidateGroups="${posts.at('building-steward', place)}"><extensionElements><camunda:properties>
				<camunda:property name="clock" value="BUILDING"/></camunda:properties></extensionElements></userTask>
			<boundaryEvent id="timer_settle_due" name="到期" attachedToRef="user_settle_matter"><timerEventDefinition id="td">
				<timeDate xsi:type="tFormalExpression">${clocks.due('BUILDING', matterId, place)}</timeDate></timerEventDefinition></boundaryEvent>
			<exclusiveGateway id="gateway_decide" name="商议结果" default="flow_settled"/>
			<callActivity id="call_close" name="办结" calledElement="close"/>
			<endEvent id="end_closed" name="办结"/>
			<sequenceFlow id="flow_1" sourceRef="start_report" targetRef="service_note_report"/>
			<sequenceFlow id="flow_2" sourceRef="service_note_report" targetRef="user_settle_matter"/>
			<sequenceFlow id="flow_3" sourceRef="user_settle_matter" targetRef="gateway_decide"/>
			<sequenceFlow id="flow_due" sourceRef="timer_settle_due" targetRef="call_close"/>
			<sequenceFlow id="flow_again" sourceRef="gateway_decide" targetRef="service_note_report"><conditionExpression
				xsi:type="tFormalExpression">${decision == 'again'}</conditionExpression></sequenceFlow>
			<sequenceFlow id="flow_settled" sourceRef="gateway_decide" targetRef="call_close"/>
			<sequenceFlow id="flow_4" sourceRef="call_close" targetRef="end_closed"/>
			<subProcess id="subprocess_withdraw" name="撤回" triggeredByEvent="true">
			<startEvent id="start_withdrawn" name="撤回"><messageEventDefinition id="md" messageRef="message"/></startEvent>
			<endEvent id="end_withdrawn" name="已撤回"/>
			<sequenceFlow id="flow_5" sourceRef="start_withdrawn" targetRef="end_withdrawn"/></subProcess>""";

	private static final String CLOSE = """
			<startEvent id="start_close" name="开始"/>
			<serviceTask id="service_close_matter" name="归档" camunda:expression="${matters.close(matterId)}"/>
			<endEvent id="end_close" name="结束"/>
			<sequenceFlow id="flow_1" sourceRef="start_close" targetRef="service_close_matter"/>
			<sequenceFlow id="flow_2" sourceRef="service_close_matter" targetRef="end_close"/>""";

	private static final String FORM = """
			{"id": "settle", "type": "default", "components": [{"type": "group", "id": "g", "components": [
			{"type": "radio", "id": "f", "key": "decision", "label": "结果", "values": [{"value": "again", "label": "再议"},
			{"value": "settled", "label": "谈成"}]}]}, {"type": "textarea", "id": "m", "key": "minutes", "label": "经过"},
			{"type": "textfield", "id": "w", "key": "who", "label": "参加人"}, {"type": "datetime", "id": "d", "key": "day",
			"subtype": "date", "dateLabel": "日期"}]}""";

	private static final Pattern DRAWN = Pattern.compile("<(\\w+) id=\"(\\w+_\\w+)\"");

	private GoodModel() {
	}

	static List<ModelFile> files() {
		return List.of(ModelFile.of(ROOM, "settle.bpmn", drawing("settle", BODY)), ModelFile.of(ROOM, "close.bpmn", drawing("close", CLOSE)),
				ModelFile.of(ROOM, "settle.form", FORM), ModelFile.of("clocks", "time-limits.dmn", clocks()),
				ModelFile.of(ROOM, "tier.dmn", Drawings.dmn("tier", "", "kind", "\"hall\"")));
	}

	private static String drawing(String key, String body) {
		String shapes = DRAWN.matcher(body).results().map(found -> found.group(1).equals("sequenceFlow")
				? "<bpmndi:BPMNEdge id=\"di_%1$s\" bpmnElement=\"%1$s\"><di:waypoint x=\"0\" y=\"0\"/><di:waypoint x=\"1\" y=\"1\"/></bpmndi:BPMNEdge>".formatted(found.group(2))
				: "<bpmndi:BPMNShape id=\"di_%1$s\" bpmnElement=\"%1$s\"><dc:Bounds x=\"0\" y=\"0\" width=\"1\" height=\"1\"/></bpmndi:BPMNShape>".formatted(found.group(2)))
				.collect(Collectors.joining("\n"));
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
					xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
					xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
					id="definitions" targetNamespace="cuobian">
				<message id="message" name="matter_withdrawn"/>
				<process id="%1$s" name="模型" isExecutable="true" camunda:historyTimeToLive="P3650D">
				%2$s
				</process>
				<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
				%3$s
				</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>""".formatted(key, body, shapes);
	}

	private static String clocks() {
		return Drawings.dmn("time-limits", "", "code", "\"3\"").replace("<text>\"hard\"</text>", "<text>\"BUILDING\"</text>");
	}
}
