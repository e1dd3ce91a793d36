package cn.cuobian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import cn.cuobian.CuobianTest;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;

/** The gate's judgement of a drawing of 200 steps, in the house of all models, as the editor asks for it after every pause. */
@Tag("benchmark")
@CuobianTest
class LintBenchmark {

	private static final int STEPS = 200;
	private static final long PROMISED = 300;
	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	@Autowired
	private Inspector inspector;
	@Autowired
	private Publishing engine;

	@Test
	void twoHundredStepsAreJudgedInTime() throws Exception {
		List<ModelFile> house = new ArrayList<>();
		engine.shipped().values().forEach(house::addAll);
		house.add(new ModelFile("trial", "long.bpmn", drawing().getBytes(StandardCharsets.UTF_8)));
		house.add(new ModelFile("trial", "try-task.form", new ClassPathResource("forms/trial/try-task.form").getContentAsByteArray()));
		List<Long> millis = new ArrayList<>();
		List<Long> computing = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			long began = System.nanoTime();
			long computed = CPU.getCurrentThreadCpuTime();
			assertThat(inspector.inspect(house)).isEmpty();
			millis.add((System.nanoTime() - began) / 1_000_000);
			computing.add((CPU.getCurrentThreadCpuTime() - computed) / 1_000_000);
		}
		List<Long> warm = millis.subList(10, 30).stream().sorted().toList();
		System.out.printf("lint of %d steps in a house of %d files: first %d ms, warm median %d ms, slowest %d ms (promised %d), computing %d ms%n", STEPS, house.size(), millis.get(0),
				warm.get(10), warm.get(19), PROMISED, computing.subList(10, 30).stream().sorted().toList().get(10));
	}

	/** A long row of tasks, each with a gateway that leads back. */
	private static String drawing() {
		int pairs = STEPS / 2 - 1;
		String steps = IntStream.range(0, pairs).mapToObj(LintBenchmark::pair).collect(Collectors.joining("\n"));
		String body = "<startEvent id=\"start_long\" name=\"开始\"/><sequenceFlow id=\"flow_begin\" sourceRef=\"start_long\" targetRef=\"user_try_0\"/>" + steps + "<endEvent id=\"end_long\" name=\"结束\"/>";
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
					xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
					xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="cuobian">
				<process id="long" name="很长的流程" isExecutable="true" camunda:historyTimeToLive="P3650D">
				%s
				</process>
				<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="long">
				%s
				</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>""".formatted(body, shapes(body));
	}

	private static String pair(int i) {
		String next = i == STEPS / 2 - 2 ? "end_long" : "user_try_" + (i + 1);
		return """
				<userTask id="user_try_%1$d" name="办一步" camunda:formRef="try-task" camunda:formRefBinding="deployment" camunda:candidateGroups="${posts.at('building-steward', place)}">
				<extensionElements><camunda:properties><camunda:property name="clock" value="LADDER.BUILDING"/></camunda:properties></extensionElements></userTask>
				<exclusiveGateway id="gateway_try_%1$d" name="再办吗" default="flow_on_%1$d"/>
				<sequenceFlow id="flow_ask_%1$d" sourceRef="user_try_%1$d" targetRef="gateway_try_%1$d"/>
				<sequenceFlow id="flow_on_%1$d" sourceRef="gateway_try_%1$d" targetRef="%2$s"/>
				<sequenceFlow id="flow_back_%1$d" sourceRef="gateway_try_%1$d" targetRef="user_try_0"><conditionExpression xsi:type="tFormalExpression">${solved}</conditionExpression></sequenceFlow>"""
				.formatted(i, next);
	}

	private static String shapes(String body) {
		return Pattern.compile("<(\\w+) id=\"(\\w+_\\w+)\"").matcher(body).results().map(found -> found.group(1).equals("sequenceFlow")
				? "<bpmndi:BPMNEdge id=\"di_%1$s\" bpmnElement=\"%1$s\"><di:waypoint x=\"0\" y=\"0\"/><di:waypoint x=\"1\" y=\"1\"/></bpmndi:BPMNEdge>".formatted(found.group(2))
				: "<bpmndi:BPMNShape id=\"di_%1$s\" bpmnElement=\"%1$s\"><dc:Bounds x=\"0\" y=\"0\" width=\"1\" height=\"1\"/></bpmndi:BPMNShape>".formatted(found.group(2)))
				.collect(Collectors.joining("\n"));
	}
}
