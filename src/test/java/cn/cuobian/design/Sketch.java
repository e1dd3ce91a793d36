package cn.cuobian.design;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Draws a procedure from a few words; where the boxes stand on the paper is of no matter. */
final class Sketch {

	private static final Pattern ID = Pattern.compile("<(userTask|startEvent|endEvent|boundaryEvent|callActivity|subProcess|serviceTask|exclusiveGateway|eventBasedGateway|intermediateCatchEvent|sequenceFlow) id=\"([^\"]+)\"");

	private final String key;
	private final List<String> parts = new ArrayList<>();

	Sketch(String key) {
		this.key = key;
	}

	Sketch start() {
		return part("<startEvent id=\"start_it\" name=\"开始\" />");
	}

	Sketch end() {
		return part("<endEvent id=\"end_it\" name=\"结束\" />");
	}

	Sketch task(String id, String name, String post, String clock) {
		return part("""
				<userTask id="%s" name="%s" camunda:formRef="try-task" camunda:formRefBinding="deployment" camunda:candidateGroups="${posts.at('%s', place)}">
				  <extensionElements><camunda:properties><camunda:property name="clock" value="%s" /><camunda:property name="name.en" value="%s in English" /></camunda:properties></extensionElements>
				</userTask>""".formatted(id, name, post, clock, id));
	}

	/** What happens when the time of a task runs out. */
	Sketch timer(String id, String task, String clock) {
		return part("""
				<boundaryEvent id="%s" name="到期" attachedToRef="%s"><timerEventDefinition id="def_%s"><timeDate xsi:type="tFormalExpression">${clocks.due('%s', matterId, place)}</timeDate></timerEventDefinition></boundaryEvent>"""
				.formatted(id, task, id, clock));
	}

	Sketch message(String id, String task) {
		return part("<boundaryEvent id=\"%s\" name=\"上提\" attachedToRef=\"%s\"><messageEventDefinition id=\"def_%s\" messageRef=\"message_matter_raised\" /></boundaryEvent>".formatted(id, task, id));
	}

	Sketch call(String id, String procedure) {
		return part("""
				<callActivity id="%s" name="请别人办" calledElement="%s"><extensionElements><camunda:in source="matterId" target="matterId" /><camunda:in source="place" target="place" /></extensionElements></callActivity>"""
				.formatted(id, procedure));
	}

	/** Waits for the resident, or until his time is over. */
	Sketch rating(String clock, String then) {
		part("<eventBasedGateway id=\"gateway_await\" name=\"等居民评价\" />");
		part("<intermediateCatchEvent id=\"catch_rated\" name=\"已评价\"><messageEventDefinition id=\"def_rated\" messageRef=\"message_matter_rated\" /></intermediateCatchEvent>");
		part("<intermediateCatchEvent id=\"catch_over\" name=\"期满\"><timerEventDefinition id=\"def_over\"><timeDate xsi:type=\"tFormalExpression\">${clocks.due('%s', matterId, place)}</timeDate></timerEventDefinition></intermediateCatchEvent>".formatted(clock));
		return flow("gateway_await", "catch_rated").flow("gateway_await", "catch_over").flow("catch_rated", then).flow("catch_over", then);
	}

	/** The resident takes the matter back, wherever it is. */
	Sketch withdrawal() {
		return part("""
				<subProcess id="subprocess_withdraw" name="撤回" triggeredByEvent="true">
				  <startEvent id="start_withdrawn" name="撤回"><messageEventDefinition id="def_withdrawn" messageRef="message_matter_withdrawn" /></startEvent>
				  <sequenceFlow id="flow_withdrawn" sourceRef="start_withdrawn" targetRef="end_withdrawn" />
				  <endEvent id="end_withdrawn" name="已撤回" />
				</subProcess>""");
	}

	Sketch flow(String from, String to) {
		return part("<sequenceFlow id=\"flow_%s_%s\" sourceRef=\"%s\" targetRef=\"%s\" />".formatted(from, to, from, to));
	}

	Sketch part(String xml) {
		parts.add(xml);
		return this;
	}

	Sketch replaced(String words, String by) {
		parts.replaceAll(part -> part.replace(words, by));
		return this;
	}

	String xml() {
		String body = String.join("\n", parts);
		var shapes = new StringBuilder();
		ID.matcher(body).results().forEach(found -> shapes.append(found.group(1).equals("sequenceFlow")
				? "<bpmndi:BPMNEdge id=\"edge_%1$s\" bpmnElement=\"%1$s\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>".formatted(found.group(2))
				: "<bpmndi:BPMNShape id=\"shape_%1$s\" bpmnElement=\"%1$s\"><dc:Bounds x=\"0\" y=\"0\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>".formatted(found.group(2))));
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_%1$s" targetNamespace="http://cuobian.cn/bpmn">
				<message id="message_matter_rated" name="matter_rated" />
				<message id="message_matter_withdrawn" name="matter_withdrawn" />
				<message id="message_matter_raised" name="matter_raised" />
				<process id="%1$s" name="搬家试验" isExecutable="true" camunda:historyTimeToLive="P1D">
				%2$s
				</process>
				<bpmndi:BPMNDiagram id="diagram_%1$s"><bpmndi:BPMNPlane id="plane_%1$s" bpmnElement="%1$s">%3$s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
				</definitions>
				""".formatted(key, body, shapes);
	}
}
