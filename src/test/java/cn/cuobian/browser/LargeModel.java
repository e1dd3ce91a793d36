package cn.cuobian.browser;

/** A drawing in rows of ten: tasks one after another. */
final class LargeModel {

	private static final int ROW = 10;

	private LargeModel() {
	}

	/** @param elements tasks and flows together */
	static String of(int elements) {
		var process = new StringBuilder();
		var shapes = new StringBuilder();
		int tasks = elements / 2;
		for (int i = 1; i <= tasks; i++) {
			process.append("<userTask id=\"user_%d\" name=\"第%d步\"/>".formatted(i, i));
			shapes.append("<bpmndi:BPMNShape id=\"shape_%1$d\" bpmnElement=\"user_%1$d\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
					.formatted(i, x(i), y(i)));
			if (i > 1) {
				process.append("<sequenceFlow id=\"flow_%1$d\" sourceRef=\"user_%2$d\" targetRef=\"user_%1$d\"/>".formatted(i, i - 1));
				shapes.append("<bpmndi:BPMNEdge id=\"edge_%d\" bpmnElement=\"flow_%1$d\"><di:waypoint x=\"%d\" y=\"%d\"/><di:waypoint x=\"%d\" y=\"%d\"/></bpmndi:BPMNEdge>"
						.formatted(i, x(i - 1) + 100, y(i - 1) + 40, x(i), y(i) + 40));
			}
		}
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://cuobian.cn/bpmn">
				<process id="ladder" name="很大的图" isExecutable="true" camunda:historyTimeToLive="P3650D">%s</process>
				<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="ladder">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
				</definitions>""".formatted(process, shapes);
	}

	private static int x(int i) {
		return 100 + (i - 1) % ROW * 180;
	}

	private static int y(int i) {
		return 100 + (i - 1) / ROW * 140;
	}
}
