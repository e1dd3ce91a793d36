package cn.cuobian.engine.camunda;

import static cn.cuobian.engine.camunda.Drawings.flow;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows V: drawings and tables that say nothing forbidden, and would eat the server. */
final class HostileVolumes {

	private static final String FEEL = "feel";
	private static final String REPEATED = "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";

	private HostileVolumes() {
	}

	static Stream<Hostile> all() {
		return Stream.of(loops(), calls(), tokens(), repetitions(), sizes(), tables()).flatMap(rows -> rows);
	}

	private static Stream<Hostile> loops() {
		return Stream.of(
				volume("V01 two gateways that send each other round", "<bpmn:startEvent id=\"s\"/><bpmn:exclusiveGateway id=\"a\"/><bpmn:exclusiveGateway id=\"b\" default=\"b_e\"/><bpmn:endEvent id=\"e\"/>"
						+ flow("s", "a") + flow("a", "b") + flow("b", "a") + flow("b", "e")),
				volume("V02 service that comes back to itself", "<bpmn:startEvent id=\"s\"/><bpmn:serviceTask id=\"x\" camunda:expression=\"${probe.note(1, 'x')}\"/>" + flow("s", "x") + flow("x", "x")),
				volume("V03 loop of jobs, which wait for nobody", "<bpmn:startEvent id=\"s\"/><bpmn:serviceTask id=\"x\" camunda:asyncBefore=\"true\" camunda:expression=\"${probe.note(1, 'x')}\"/>"
						+ flow("s", "x") + flow("x", "x")),
				volume("V04 inner process that nobody waits in, again and again", "<bpmn:startEvent id=\"s\"/><bpmn:subProcess id=\"x\">" + Drawings.around("y", "<bpmn:task id=\"y\"/>")
						.replace("\"s\"", "\"s2\"").replace("\"e\"", "\"e2\"").replace("s_y", "s2_y").replace("y_e", "y_e2") + "</bpmn:subProcess>" + flow("s", "x") + flow("x", "x")),
				volume("V05 error that leads back to what throws it", "<bpmn:error id=\"err\" errorCode=\"1\"/>", "<bpmn:startEvent id=\"s\"/><bpmn:subProcess id=\"x\"><bpmn:startEvent id=\"s2\"/><bpmn:endEvent id=\"e2\">"
						+ "<bpmn:errorEventDefinition errorRef=\"err\"/></bpmn:endEvent>" + flow("s2", "e2") + "</bpmn:subProcess><bpmn:boundaryEvent id=\"b\" attachedToRef=\"x\"><bpmn:errorEventDefinition errorRef=\"err\"/>"
						+ "</bpmn:boundaryEvent><bpmn:endEvent id=\"e\"/>" + flow("s", "x") + flow("x", "e") + flow("b", "x")),
				element("V06 signal that starts the process which sends it", "<bpmn:signal id=\"sig\" name=\"again\"/>", "<bpmn:startEvent id=\"s\"><bpmn:signalEventDefinition signalRef=\"sig\"/></bpmn:startEvent>"
						+ "<bpmn:endEvent id=\"e\"><bpmn:signalEventDefinition signalRef=\"sig\"/></bpmn:endEvent>" + flow("s", "e")),
				element("V07 escalation beside which the inner process begins anew", "<bpmn:escalation id=\"esc\" escalationCode=\"1\"/>", "<bpmn:startEvent id=\"s\"/><bpmn:endEvent id=\"e\"><bpmn:escalationEventDefinition escalationRef=\"esc\"/></bpmn:endEvent>" + flow("s", "e")),
				volume("V08 timer that fires for ever", Drawings.around("x", "<bpmn:userTask id=\"x\"/>") + "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"x\" cancelActivity=\"false\"><bpmn:timerEventDefinition>"
						+ "<bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id=\"e2\"/>" + flow("b", "e2")));
	}

	private static Stream<Hostile> calls() {
		String second = Drawings.bpmn("second", Drawings.around("y", "<bpmn:callActivity id=\"y\" calledElement=\"hostile\"/>"));
		return Stream.of(
				volume("V10 call to itself", Drawings.around("x", "<bpmn:callActivity id=\"x\" calledElement=\"hostile\"/>")),
				volume("V11 call to itself over a second process", Drawings.around("x", "<bpmn:callActivity id=\"x\" calledElement=\"second\"/>")).beside("second.bpmn", second),
				new Hostile("V12 call to whatever a fact says", "hostile.bpmn", Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:callActivity id=\"x\" calledElement=\"${kind}\"/>")), "dynamic-call", false),
				volume("V13 two processes in one file", "").with(Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:userTask id=\"x\"/>"))
						.replace("</bpmn:definitions>", "<bpmn:process id=\"second\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"/></bpmn:definitions>")),
				volume("V14 two processes of one key", "").with(Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:userTask id=\"x\"/>"))
						.replace("</bpmn:definitions>", "<bpmn:process id=\"hostile\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"/></bpmn:definitions>")),
				volume("V15 process under the name of another", "").with(Drawings.bpmn("close_matter", Drawings.around("x", "<bpmn:userTask id=\"x\"/>"))));
	}

	private static Stream<Hostile> tokens() {
		String diamonds = IntStream.range(0, 18).mapToObj(i -> "<bpmn:parallelGateway id=\"p%1$d\"/><bpmn:task id=\"a%1$d\"/><bpmn:task id=\"b%1$d\"/><bpmn:exclusiveGateway id=\"m%1$d\"/>".formatted(i)
				+ flow("p" + i, "a" + i) + flow("p" + i, "b" + i) + flow("a" + i, "m" + i) + flow("b" + i, "m" + i) + (i == 17 ? flow("m17", "e") : flow("m" + i, "p" + (i + 1)))).collect(Collectors.joining());
		return Stream.of(
				volume("V20 eighteen splits that double the tokens", "<bpmn:startEvent id=\"s\"/>" + diamonds + "<bpmn:endEvent id=\"e\"/>" + flow("s", "p0")),
				volume("V21 two flows out of one task", "<bpmn:startEvent id=\"s\"/><bpmn:task id=\"x\"/><bpmn:task id=\"a\"/><bpmn:task id=\"b\"/><bpmn:task id=\"c\"/><bpmn:endEvent id=\"e\"/>"
						+ flow("s", "x") + flow("x", "a") + flow("x", "b") + flow("a", "c") + flow("b", "c") + flow("c", "e")),
				volume("V22 parallel loop", "<bpmn:startEvent id=\"s\"/><bpmn:parallelGateway id=\"p\"/><bpmn:userTask id=\"u\"/><bpmn:task id=\"t\"/><bpmn:endEvent id=\"e\"/>"
						+ flow("s", "p") + flow("p", "u") + flow("p", "t") + flow("u", "e") + flow("t", "p")),
				volume("V23 inclusive split that nothing joins", "<bpmn:startEvent id=\"s\"/><bpmn:inclusiveGateway id=\"i\"/><bpmn:task id=\"a\"/><bpmn:task id=\"b\"/><bpmn:userTask id=\"c\"/><bpmn:endEvent id=\"e\"/>"
						+ flow("s", "i") + flow("i", "a") + flow("i", "b") + flow("a", "c") + flow("b", "c") + flow("c", "e")));
	}

	private static Stream<Hostile> repetitions() {
		String inner = "<bpmn:userTask id=\"y\">" + REPEATED.formatted(100) + "</bpmn:userTask>";
		String third = "<bpmn:userTask id=\"z\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${probe.departments()}\" camunda:elementVariable=\"a\"/></bpmn:userTask>";
		String repeatedCall = "<bpmn:callActivity id=\"x\" calledElement=\"second\">" + REPEATED.formatted(150) + "</bpmn:callActivity>";
		return Stream.of(
				volume("V30 a hundred thousand tasks", repeated("x", "100000")),
				volume("V31 as many tasks as a fact says", repeated("x", "${part}")),
				volume("V32 a hundred times a hundred", nested(100, inner)),
				volume("V33 a hundred and fifty calls of a hundred and fifty", Drawings.around("x", repeatedCall)).beside("second.bpmn", Drawings.bpmn("second", repeated("y", "150"))),
				volume("V34 three levels of repetition", nested(1, "<bpmn:subProcess id=\"y\">" + REPEATED.formatted(2) + "<bpmn:startEvent id=\"s3\"/>" + third + "<bpmn:endEvent id=\"e3\"/>"
						+ flow("s3", "z") + flow("z", "e3") + "</bpmn:subProcess>")));
	}

	private static String repeated(String id, String times) {
		return Drawings.around(id, "<bpmn:userTask id=\"" + id + "\">" + REPEATED.formatted(times) + "</bpmn:userTask>");
	}

	private static String nested(int times, String inner) {
		return Drawings.around("x", "<bpmn:subProcess id=\"x\">" + REPEATED.formatted(times) + "<bpmn:startEvent id=\"s2\"/>" + inner + "<bpmn:endEvent id=\"e2\"/>" + flow("s2", "y") + flow("y", "e2") + "</bpmn:subProcess>");
	}

	private static Stream<Hostile> sizes() {
		String chain = IntStream.range(0, 4999).mapToObj(i -> "<bpmn:task id=\"t%d\"/>".formatted(i) + flow("t" + i, "t" + (i + 1))).collect(Collectors.joining());
		String small = Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:userTask id=\"x\"/>"));
		return Stream.of(
				volume("V40 five thousand steps", "<bpmn:startEvent id=\"s\"/>" + chain + "<bpmn:task id=\"t4999\"/><bpmn:endEvent id=\"e\"/>" + flow("s", "t0") + flow("t4999", "e")),
				new Hostile("V41 thirty thousand elements", "hostile.bpmn", Drawings.bpmn("hostile", "<bpmn:task id=\"t\"/>".repeat(30_000)), "too-many-elements", false),
				new Hostile("V42 fifty megabytes", "hostile.bpmn", small + " ".repeat(50 << 20), "too-large", false),
				new Hostile("V43 four thousand processes inside each other", "hostile.bpmn", Drawings.bpmn("hostile", "<bpmn:subProcess id=\"p\">".repeat(4000) + "</bpmn:subProcess>".repeat(4000)), "too-deep", false),
				new Hostile("V44 jar named as a drawing", "hostile.bpmn", "PK\u0003\u0004" + "\u0001".repeat(100), "unreadable", false),
				new Hostile("V45 null character in a name", "hostile.bpmn", small.replace("模型", "模\u0000型"), "encoding", false),
				new Hostile("V46 another encoding than UTF-8", "hostile.bpmn", new String(small.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1), "encoding", false).inBytes(StandardCharsets.ISO_8859_1),
				new Hostile("V47 bytes that are no UTF-8", "hostile.bpmn", small.replace("模型", "\u00c0\u00af"), "encoding", false).inBytes(StandardCharsets.ISO_8859_1),
				new Hostile("V48 expression of ten thousand brackets", "hostile.bpmn", Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:serviceTask id=\"x\" camunda:expression=\"${" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "}\"/>")),
						"expression-too-long", false),
				new Hostile("V49 text that grows by a method", "hostile.bpmn", Drawings.bpmn("hostile", Drawings.around("x", "<bpmn:serviceTask id=\"x\" camunda:expression=\"${'a'.repeat(1000000000)}\"/>")), "expression-call", false));
	}

	/** Tables that no engine ever finishes, or that lead out of FEEL. */
	private static Stream<Hostile> tables() {
		return Stream.of(
				table("V50 pairs of three thousand numbers", "count(for a in 1..3000, b in 1..3000 return a*b)"),
				table("V51 text of two million parts", "string join(for i in 1..2000000 return \"a\")"),
				table("V52 proof over a hundred million numbers", "every x in 1..100000000 satisfies x > 0"),
				table("V53 function that calls itself", "{f: function(x) f(x + 1), y: f(1)}.y"),
				table("V54 number of a thousand million digits", "decimal(1/3, 999999999)"),
				table("V55 power that fits into no memory", "floor(10 ** 999999999)"),
				table("V56 number written as a text", "floor(number(\"1e999999999\"))"),
				table("V57 regular expression that backtracks", "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")"),
				table("V58 loop between quotes that are escaped", "\"\\\"\" = count(for i in 1..100000000 return i) or \"a\" = \"a\""),
				table("V59 comment between a function and its bracket", "decimal/* */(1/3, 999999999)"),
				table("V60 function by a quoted name", "`decimal`(1/3, 999999999)"),
				new Hostile("V61 loop in what a rule answers", "hostile.dmn", Drawings.dmn("hostile", "", "difficulty", "count(for i in 1..100000000 return i)"), FEEL, false),
				new Hostile("V62 function knowledge of its own", "hostile.dmn", Drawings.dmn("hostile", "", "difficulty", "\"a\"").replace("<decision ", "<businessKnowledgeModel id=\"b\" name=\"f\"/><decision "), "element", false),
				new Hostile("V63 import of another model", "hostile.dmn", Drawings.dmn("hostile", "", "difficulty", "\"a\"").replace("<decision ", "<import namespace=\"x\" locationURI=\"https://evil.example/x.dmn\" importType=\"dmn\"/><decision "), "element", false),
				new Hostile("V64 invocation of a function", "hostile.dmn", Drawings.dmn("hostile", "", "difficulty", "\"a\"").replaceAll("(?s)<decisionTable.*</decisionTable>", "<invocation id=\"i\"/>"), "element", false),
				new Hostile("V65 table that asks itself", "hostile.dmn", Drawings.dmn("hostile", "", "difficulty", "\"a\"").replace("<decisionTable ", "<informationRequirement id=\"q\"><requiredDecision href=\"#hostile\"/></informationRequirement><decisionTable "), "element", false));
	}

	private static Hostile table(String row, String input) {
		return new Hostile(row, "hostile.dmn", Drawings.dmn("hostile", "", input.replace("<", "&lt;"), "\"a\""), FEEL, false);
	}

	private static Hostile volume(String row, String body) {
		return volume(row, "", body);
	}

	private static Hostile volume(String row, String around, String body) {
		return new Hostile(row, "hostile.bpmn", Drawings.bpmn("hostile", around, body), "without-bound", false);
	}

	private static Hostile element(String row, String around, String body) {
		return new Hostile(row, "hostile.bpmn", Drawings.bpmn("hostile", around, body), "element", false);
	}
}
