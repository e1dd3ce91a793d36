package cn.cuobian.engine.camunda;

/** Small models for tests, written as text. */
final class Drawings {

	private Drawings() {
	}

	static String bpmn(String key, String body) {
		return bpmn(key, "", body);
	}

	/** @param around what stands beside the process, such as messages */
	static String bpmn(String key, String around, String body) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
					xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
					xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="cuobian">
				%s
				<bpmn:process id="%s" name="模型" isExecutable="true" camunda:historyTimeToLive="P1825D">
				%s
				</bpmn:process></bpmn:definitions>""".formatted(around, key, body);
	}

	static String flow(String from, String to) {
		return "<bpmn:sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(from, to, from, to);
	}

	/** start → step → end */
	static String around(String id, String step) {
		return "<bpmn:startEvent id=\"s\"/>" + step + "<bpmn:endEvent id=\"e\"/>" + flow("s", id) + flow(id, "e");
	}

	static String dmn(String key, String inputLanguage, String input, String output) {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
					id="d_%1$s" name="%1$s" namespace="cuobian">
				<decision id="%1$s" name="表" camunda:historyTimeToLive="P1825D"><decisionTable id="t" hitPolicy="FIRST">
				<input id="i"><inputExpression id="ie" typeRef="string"%2$s><text>%3$s</text></inputExpression></input>
				<output id="o" name="tier" typeRef="string"/>
				<rule id="r1"><inputEntry id="r1i"><text>"hard"</text></inputEntry><outputEntry id="r1o"><text>%4$s</text></outputEntry></rule>
				<rule id="r2"><inputEntry id="r2i"><text></text></inputEntry><outputEntry id="r2o"><text>"building"</text></outputEntry></rule>
				</decisionTable></decision></definitions>""".formatted(key,
				inputLanguage.isEmpty() ? "" : " expressionLanguage=\"" + inputLanguage + "\"", input, output);
	}
}
