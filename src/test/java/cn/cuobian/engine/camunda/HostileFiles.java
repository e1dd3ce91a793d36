package cn.cuobian.engine.camunda;

import static cn.cuobian.engine.camunda.Hostile.EL;
import static cn.cuobian.engine.camunda.HostileExpressions.service;
import static cn.cuobian.engine.camunda.HostileExpressions.user;
import static cn.cuobian.engine.camunda.HostileExpressions.validator;

import java.util.stream.Stream;

/** Rows C, S, D, X and R: classes, scripts, decision tables, XML itself, and names of files. */
final class HostileFiles {

	private static final String CLASS = "cn.cuobian.engine.camunda.Effect";
	private static final String SHELL = "<camunda:field name=\"command\" stringValue=\"touch\"/><camunda:field name=\"arg1\" stringValue=\""
			+ Effect.marker() + "\"/><camunda:field name=\"wait\" stringValue=\"true\"/>";
	private static final String HARMLESS = Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:userTask id=\"x\"/>"));

	private HostileFiles() {
	}

	static Stream<Hostile> all() {
		return Stream.of(classes(), scripts(), tables(), xml(), names()).flatMap(rows -> rows);
	}

	private static Stream<Hostile> classes() {
		return Stream.of(
				Hostile.step("C01 shell task", "attribute", service("camunda:type=\"shell\"", SHELL)),
				Hostile.step("C02 class", "attribute", service("camunda:class=\"" + CLASS + "\"", "")),
				Hostile.step("C03 class of the shell task", "attribute",
						service("camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"", SHELL)),
				Hostile.step("C04 delegate expression", "attribute", service("camunda:delegateExpression=\"" + EL + "\"", "")),
				Hostile.step("C05 connector", "element", service("",
						"<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")).asleep(),
				Hostile.step("C06 class of a validator", "element", user("", validator(CLASS))),
				Hostile.step("C07 form handler, at deployment", "attribute", user("camunda:formHandlerClass=\"" + CLASS + "\"", "")),
				Hostile.step("C08 variable mapping", "attribute",
						"<bpmn:callActivity id=\"x\" calledElement=\"hostile\" camunda:variableMappingClass=\"" + CLASS + "\"/>"),
				Hostile.step("C09 class of an execution listener", "attribute", user("",
						"<camunda:executionListener event=\"start\" class=\"" + CLASS + "\"/>")),
				Hostile.step("C10 class of a task listener", "attribute", user("",
						"<camunda:taskListener event=\"create\" class=\"" + CLASS + "\"/>")),
				new Hostile("C11 class in the old namespace", "hostile.bpmn", Drawings.bpmn("hostile", Drawings.around("x",
						"<bpmn:serviceTask id=\"x\" xmlns:old=\"http://activiti.org/bpmn\" old:class=\"" + CLASS + "\"/>")), "attribute", true),
				new Hostile("C12 listener in the old namespace", "hostile.bpmn", Drawings.bpmn("hostile", Drawings.around("x", user("",
						"<old:executionListener xmlns:old=\"http://activiti.org/bpmn\" event=\"start\" expression=\"" + EL + "\"/>"))),
						"namespace", true));
	}

	private static Stream<Hostile> scripts() {
		return Stream.of(
				Hostile.step("S01 script in a condition", "attribute", """
						<bpmn:userTask id="x"/><bpmn:exclusiveGateway id="g" default="g_e3"/><bpmn:endEvent id="e2"/><bpmn:endEvent id="e3"/>%s<bpmn:sequenceFlow id="f"
						sourceRef="g" targetRef="e2"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="juel">%s
						</bpmn:conditionExpression></bpmn:sequenceFlow>""".formatted(Drawings.flow("x", "g") + Drawings.flow("g", "e3"), EL)),
				Hostile.step("S02 script of a listener", "element", user("",
						"<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">" + EL
								+ "</camunda:script></camunda:executionListener>")),
				Hostile.step("S03 script of an input", "element", user("",
						"<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"juel\">" + EL
								+ "</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
				Hostile.step("S04 script from the class path", "element",
						"<bpmn:scriptTask id=\"x\" scriptFormat=\"juel\" camunda:resource=\"classpath://hostile/evil.juel\"/>"),
				Hostile.step("S05 javascript", "element",
						"<bpmn:scriptTask id=\"x\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>").asleep(),
				Hostile.step("S06 groovy", "element",
						"<bpmn:scriptTask id=\"x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>").asleep());
	}

	private static Stream<Hostile> tables() {
		String literal = """
				<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
				xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
				<decision id="hostile" name="h" camunda:historyTimeToLive="P1D"><variable id="v" name="v"/>
				<literalExpression id="l" expressionLanguage="juel"><text>%s</text></literalExpression></decision></definitions>""";
		return Stream.of(
				Hostile.table("D01 input in juel", "expression-language", Drawings.dmn("hostile", "juel", EL, "\"a\"")),
				Hostile.table("D02 input in javascript", "expression-language",
						Drawings.dmn("hostile", "javascript", "1", "\"a\"")).asleep(),
				Hostile.table("D03 input in groovy", "expression-language", Drawings.dmn("hostile", "groovy", "1", "\"a\"")).asleep(),
				Hostile.table("D04 Java function in FEEL", "feel", Drawings.dmn("hostile", "",
						"(function(a) external { java: { class: \"cn.cuobian.engine.camunda.Effect\", method signature: \"happen()\" } })(1)",
						"\"a\"")).asleep(),
				Hostile.table("D05 literal expression in juel", "expression-language", literal.formatted(EL)),
				Hostile.table("D06 loop of a hundred million in FEEL", "feel",
						Drawings.dmn("hostile", "", "for i in 1..100000000 return i", "\"a\"")).asleep());
	}

	private static Stream<Hostile> xml() {
		String table = Drawings.dmn("hostile", "", "difficulty", "\"a\"");
		String location = " xsi:schemaLocation=\"urn:evil " + Effect.address() + "\"";
		return Stream.of(
				withDoctype("X01 external entity", HARMLESS, "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + Effect.address() + "\">]>"),
				withDoctype("X02 entities that multiply", HARMLESS,
						"<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"),
				Hostile.body("X03 schema location", "schema-location", "").with(HARMLESS.replace(" id=\"d\"", " id=\"d\"" + location)
						.replace("<bpmn:startEvent id=\"s\"/>", "<bpmn:startEvent id=\"s\">" + evil("bpmn:") + "</bpmn:startEvent>")),
				withDoctype("X04 external document type", HARMLESS, "<!DOCTYPE d SYSTEM \"" + Effect.address() + "\">"),
				withDoctype("X05 external entity in a table", table, "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + Effect.address() + "\">]>")
						.named("hostile.dmn"),
				Hostile.table("X06 schema location in a table", "schema-location", table.replace("id=\"d_",
						"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"" + location + " id=\"d_").replace("<decisionTable ", evil("") + "<decisionTable ")),
				withDoctype("X07 entities that multiply in a table", table, "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">]>").named("hostile.dmn"),
				withDoctype("X08 external document type in a table", table, "<!DOCTYPE d SYSTEM \"" + Effect.address() + "\">")
						.named("hostile.dmn"),
				Hostile.body("X09 imported schema", "element", "").with(HARMLESS.replace("<bpmn:process ",
						"<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"" + Effect.address()
								+ "\" namespace=\"urn:evil\"/><bpmn:process ")).asleep(),
				Hostile.body("X11 another encoding", "encoding", "").with(HARMLESS.replace("UTF-8", "ISO-8859-1")).asleep());
	}

	private static Stream<Hostile> names() {
		return Stream.of("../../../../tmp/x.bpmn", "lib/evil.jar", "META-INF/processes.xml", "case.cmmn", "evil.juel", "a b.bpmn", "/etc/x.bpmn")
				.map(name -> new Hostile("R/X10 file named " + name, name, HARMLESS, "file-name", false));
	}

	/** Its schema is fetched only when an element asks for it. */
	private static String evil(String prefix) {
		return "<%1$sextensionElements><evil:x xmlns:evil=\"urn:evil\"/></%1$sextensionElements>".formatted(prefix);
	}

	private static Hostile withDoctype(String row, String model, String doctype) {
		return new Hostile(row, "hostile.bpmn", model.replaceFirst("\\?>", "?>" + doctype), "doctype", false);
	}
}
