package cn.cuobian.design;

import java.util.ArrayList;
import java.util.List;

import cn.cuobian.engine.inspection.ModelFile;

/** Drawings that a designer might bring, as a whole room of their own beside the house. */
final class Candidates {

	static final String ROOM = "tried";

	private Candidates() {
	}

	/** The house with one more drawing, for a kind of matter of its own. */
	static List<ModelFile> with(List<ModelFile> house, String steps) {
		List<ModelFile> all = new ArrayList<>(house);
		all.add(ModelFile.of(ROOM, "tried.bpmn", """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
				    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions_tried" targetNamespace="http://cuobian.cn/tried">
				  <process id="tried" name="试试" isExecutable="true" camunda:historyTimeToLive="P1D">
				    <extensionElements><camunda:properties><camunda:property name="kind" value="tried" /></camunda:properties></extensionElements>
				    <startEvent id="start" />
				    %s
				    <endEvent id="end" />
				  </process>
				</definitions>
				""".formatted(steps)));
		return all;
	}

	/** Goes round and round through a step that does not wait. */
	static final String SPINNING = """
			<sequenceFlow id="f1" sourceRef="start" targetRef="join" />
			<exclusiveGateway id="join" />
			<sequenceFlow id="f2" sourceRef="join" targetRef="split" />
			<exclusiveGateway id="split" default="f3" />
			<sequenceFlow id="f3" sourceRef="split" targetRef="join" />
			<sequenceFlow id="f4" sourceRef="split" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${urgent}</conditionExpression></sequenceFlow>""";

	/** A task for each of a hundred million. */
	static final String MULTIPLYING = """
			<sequenceFlow id="f1" sourceRef="start" targetRef="task" />
			<userTask id="task" name="办" camunda:candidateGroups="${posts.at('hall-secretary', place)}">
			  <multiInstanceLoopCharacteristics isSequential="false"><loopCardinality xsi:type="tFormalExpression">100000000</loopCardinality></multiInstanceLoopCharacteristics>
			</userTask>
			<sequenceFlow id="f2" sourceRef="task" targetRef="end" />""";

	/** Every time round there are two where there was one. */
	static final String DOUBLING = """
			<sequenceFlow id="f1" sourceRef="start" targetRef="join" />
			<exclusiveGateway id="join" />
			<sequenceFlow id="f2" sourceRef="join" targetRef="fork" />
			<parallelGateway id="fork" />
			<sequenceFlow id="f3" sourceRef="fork" targetRef="join" />
			<sequenceFlow id="f4" sourceRef="fork" targetRef="join" />
			<sequenceFlow id="f5" sourceRef="fork" targetRef="end" />""";

	/** Asks for a fact that nobody gave. */
	static final String FORGETFUL = """
			<sequenceFlow id="f1" sourceRef="start" targetRef="split" />
			<exclusiveGateway id="split" default="f3" />
			<sequenceFlow id="f2" sourceRef="split" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${nobodySaid == 'x'}</conditionExpression></sequenceFlow>
			<sequenceFlow id="f3" sourceRef="split" targetRef="end" />""";

	/** Thirty processes, each of which calls the next one twice: no rule counts what they come to together. */
	static List<ModelFile> laughing(List<ModelFile> house, boolean atOnce) {
		List<ModelFile> all = new ArrayList<>(with(house, "<sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"call\" /><callActivity id=\"call\" calledElement=\"laugh0\" />"
				+ "<sequenceFlow id=\"f2\" sourceRef=\"call\" targetRef=\"end\" />"));
		for (int i = 0; i < 30; i++) {
			String next = i == 29 ? "close_nothing" : "laugh" + (i + 1);
			all.add(process("laugh" + i, (atOnce ? BOTH : TWICE).replace("NEXT", next)));
		}
		all.add(process("close_nothing", "<sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"end\" />"));
		return all;
	}

	private static ModelFile process(String key, String steps) {
		return ModelFile.of(ROOM, key + ".bpmn", """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://cuobian.cn/tried">
				  <process id="%s" name="再试试" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="start" />%s<endEvent id="end" /></process>
				</definitions>
				""".formatted(key, steps));
	}

	private static final String TWICE = """
			<sequenceFlow id="f1" sourceRef="start" targetRef="one" /><callActivity id="one" calledElement="NEXT" />
			<sequenceFlow id="f2" sourceRef="one" targetRef="two" /><callActivity id="two" calledElement="NEXT" />
			<sequenceFlow id="f3" sourceRef="two" targetRef="end" />""";

	private static final String BOTH = """
			<sequenceFlow id="f1" sourceRef="start" targetRef="fork" /><parallelGateway id="fork" />
			<sequenceFlow id="f2" sourceRef="fork" targetRef="one" /><callActivity id="one" calledElement="NEXT" />
			<sequenceFlow id="f3" sourceRef="fork" targetRef="two" /><callActivity id="two" calledElement="NEXT" />
			<sequenceFlow id="f4" sourceRef="one" targetRef="join" /><sequenceFlow id="f5" sourceRef="two" targetRef="join" /><parallelGateway id="join" />
			<sequenceFlow id="f6" sourceRef="join" targetRef="end" />""";
}
