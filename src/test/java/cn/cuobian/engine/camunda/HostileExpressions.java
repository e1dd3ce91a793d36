package cn.cuobian.engine.camunda;

import static cn.cuobian.engine.camunda.Hostile.EL;

import java.util.stream.Stream;

/** Rows J: everywhere the engine evaluates an expression, and everything an expression can reach by default. */
final class HostileExpressions {

	private HostileExpressions() {
	}

	static Stream<Hostile> all() {
		return Stream.of(inTasks(), inEvents(), inForms(), inReach()).flatMap(rows -> rows);
	}

	private static Stream<Hostile> inTasks() {
		return Stream.of(
				Hostile.step("J01 expression of a service task", "expression-call", service("camunda:expression=\"" + EL + "\"", "")),
				Hostile.body("J02 condition of a flow", "expression-call", """
						<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x" default="x_o"/><bpmn:endEvent id="e"/><bpmn:endEvent id="o"/>%s
						<bpmn:sequenceFlow id="f" sourceRef="x" targetRef="e"><bpmn:conditionExpression
						xsi:type="bpmn:tFormalExpression">%s</bpmn:conditionExpression></bpmn:sequenceFlow>"""
						.formatted(Drawings.flow("s", "x") + Drawings.flow("x", "o"), EL)),
				Hostile.step("J03 execution listener", "expression-call", user("",
						"<camunda:executionListener event=\"start\" expression=\"" + EL + "\"/>")),
				Hostile.step("J04 task listener", "expression-call", user("",
						"<camunda:taskListener event=\"create\" expression=\"" + EL + "\"/>")),
				Hostile.step("J05 assignee", "expression-call", user("camunda:assignee=\"" + EL + "\"", "")),
				Hostile.step("J06 due date", "expression-call", user("camunda:dueDate=\"" + EL + "\"", "")),
				Hostile.step("J07 name of a task", "expression-call", user("name=\"" + EL + "\"", "")),
				Hostile.step("J25 documentation of a task", "expression-call",
						"<bpmn:userTask id=\"x\"><bpmn:documentation>" + EL + "</bpmn:documentation></bpmn:userTask>"),
				Hostile.step("J25b documentation, cut by a comment", "expression-call",
						"<bpmn:userTask id=\"x\"><bpmn:documentation>" + EL.replace("''.get", "''<!-- -->.get")
								+ "</bpmn:documentation></bpmn:userTask>"),
				Hostile.step("J08 input parameter", "expression-call", user("",
						"<camunda:inputOutput><camunda:inputParameter name=\"a\">" + EL + "</camunda:inputParameter></camunda:inputOutput>")),
				Hostile.beside("J22 source expression of a call", "expression-call", called(),
						Drawings.around("x", """
						<bpmn:callActivity id="x" calledElement="inner"><bpmn:extensionElements>
						<camunda:in sourceExpression="%s" target="a"/></bpmn:extensionElements></bpmn:callActivity>""".formatted(EL))),
				Hostile.step("J19 collection of a loop", "expression-call",
						"<bpmn:userTask id=\"x\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + EL
								+ "\" camunda:elementVariable=\"a\"/></bpmn:userTask>"),
				Hostile.step("J20 priority of a job", "expression-call",
						service("camunda:asyncBefore=\"true\" camunda:jobPriority=\"" + EL + "\" camunda:expression=\"${true}\"", "")),
				Hostile.step("J21 called element", "expression-call", "<bpmn:callActivity id=\"x\" calledElement=\"" + EL + "\"/>"),
				Hostile.step("J24 deferred syntax", "expression-call",
						service("camunda:expression=\"" + EL.replace("${", "#{") + "\"", "")),
				Hostile.step("J26 topic of an external task", "attribute",
						service("camunda:type=\"external\" camunda:topic=\"" + EL + "\"", "")),
				Hostile.step("J13 retry cycle of a failing job", "element",
						service("camunda:asyncBefore=\"true\" camunda:expression=\"${nothing.there}\"",
								"<camunda:failedJobRetryTimeCycle>" + EL + "</camunda:failedJobRetryTimeCycle>")),
				Hostile.step("J27 script task in juel", "element",
						"<bpmn:scriptTask id=\"x\" scriptFormat=\"juel\"><bpmn:script>" + EL + "</bpmn:script></bpmn:scriptTask>"));
	}

	private static Stream<Hostile> inEvents() {
		return Stream.of(
				Hostile.body("J09 timer start event, at deployment", "expression-call", """
						<bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:timeDate>%s</bpmn:timeDate>
						</bpmn:timerEventDefinition></bpmn:startEvent><bpmn:endEvent id="e"/>%s""".formatted(EL, Drawings.flow("s", "e"))),
				Hostile.beside("J10 message start event", "expression-call", "<bpmn:message id=\"m\" name=\"" + EL + "\"/>",
						start("<bpmn:messageEventDefinition messageRef=\"m\"/>")).asleep(),
				Hostile.beside("J11 signal start event, at deployment", "element",
						"<bpmn:signal id=\"sig\" name=\"" + EL + "\"/>", start("<bpmn:signalEventDefinition signalRef=\"sig\"/>")),
				Hostile.body("J14 boundary timer", "expression-call", Drawings.around("x", "<bpmn:userTask id=\"x\"/>") + """
						<bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:timerEventDefinition><bpmn:timeDuration>%s</bpmn:timeDuration>
						</bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="e2"/>%s""".formatted(EL, Drawings.flow("b", "e2"))),
				Hostile.step("J23 conditional event", "element", """
						<bpmn:intermediateCatchEvent id="x"><bpmn:conditionalEventDefinition><bpmn:condition
						xsi:type="bpmn:tFormalExpression">%s</bpmn:condition></bpmn:conditionalEventDefinition>
						</bpmn:intermediateCatchEvent>""".formatted(EL)));
	}

	private static Stream<Hostile> inForms() {
		return Stream.of(
				Hostile.step("J15 default of a form field", "element", user("",
						"<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\"" + EL + "\"/></camunda:formData>")),
				Hostile.step("J16 label of a form field", "element", user("",
						"<camunda:formData><camunda:formField id=\"f\" type=\"string\" label=\"" + EL + "\"/></camunda:formData>")),
				Hostile.step("J17 form key", "attribute", user("camunda:formKey=\"" + EL + "\"", "")),
				Hostile.step("J18 validator of a form field", "element", user("", validator(EL))));
	}

	private static Stream<Hostile> inReach() {
		return Stream.of(
				Hostile.step("J28 secret in the environment", "noun",
						service("camunda:expression=\"${environment.getProperty('spring.datasource.password')}\"", "")),
				Hostile.step("J29 SQL", "noun",
						service("camunda:expression=\"${dataSource.getConnection()}\"", "")),
				Hostile.step("J30 engine behind the execution", "expression-call",
						service("camunda:expression=\"${execution.getProcessEngineServices().getManagementService().setProperty('owned', '1')}\"", "")),
				Hostile.step("J31 class of a fact", "expression-call",
						service("camunda:expression=\"${difficulty.class.forName('cn.cuobian.engine.camunda.Effect').getMethod('happen').invoke(null)}\"", "")),
				Hostile.step("J32 index instead of a dot", "expression-call",
						service("camunda:expression=\"${''['getClass']().forName('cn.cuobian.engine.camunda.Effect').getMethod('happen').invoke(null)}\"", ""))
						.asleep(),
				Hostile.step("J33 date of the engine", "expression-call",
						service("camunda:expression=\"${dateTime().plusDays(3).toDate()}\"", "")).asleep(),
				Hostile.step("J34 function of the engine", "expression-function",
						service("camunda:expression=\"${now()}\"", "")).asleep());
	}

	static String service(String attributes, String extension) {
		return "<bpmn:serviceTask id=\"x\" %s>%s</bpmn:serviceTask>".formatted(attributes, extended(extension));
	}

	static String user(String attributes, String extension) {
		return "<bpmn:userTask id=\"x\" %s>%s</bpmn:userTask>".formatted(attributes, extended(extension));
	}

	static String validator(String config) {
		return "<camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation><camunda:constraint"
				+ " name=\"validator\" config=\"" + config + "\"/></camunda:validation></camunda:formField></camunda:formData>";
	}

	private static String extended(String extension) {
		return extension.isEmpty() ? "" : "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements>";
	}

	private static String called() {
		return "<bpmn:process id=\"inner\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">"
				+ Drawings.around("t", "<bpmn:userTask id=\"t\"/>").replace("\"s\"", "\"s1\"").replace("\"e\"", "\"e1\"")
						.replace("s_t", "s1_t").replace("t_e", "t_e1") + "</bpmn:process>";
	}

	private static String start(String definition) {
		return "<bpmn:startEvent id=\"s\">" + definition + "</bpmn:startEvent><bpmn:endEvent id=\"e\"/>" + Drawings.flow("s", "e");
	}
}
