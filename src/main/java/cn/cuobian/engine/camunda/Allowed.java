package cn.cuobian.engine.camunda;

import java.util.Map;
import java.util.Set;

/** What a model may contain. Everything else is refused: a list of what is forbidden would never be complete. */
final class Allowed {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
	private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
	private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
	/** Shapes and colours: the engine reads no more than coordinates there. */
	private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
			"http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI",
			"https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DC/",
			"http://www.omg.org/spec/DMN/20180521/DI/", "http://bpmn.io/schema/dmn/biodi/2.0",
			"http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
			"http://camunda.org/schema/modeler/1.0");

	private static final Map<String, Set<String>> ELEMENTS = Map.of(
			BPMN, words("""
					definitions process documentation extensionElements startEvent endEvent userTask serviceTask
					businessRuleTask callActivity receiveTask manualTask task subProcess exclusiveGateway parallelGateway
					inclusiveGateway eventBasedGateway intermediateCatchEvent intermediateThrowEvent boundaryEvent
					sequenceFlow conditionExpression incoming outgoing timerEventDefinition timeDate timeDuration timeCycle
					messageEventDefinition message errorEventDefinition error terminateEventDefinition multiInstanceLoopCharacteristics loopCardinality
					completionCondition laneSet lane flowNodeRef collaboration participant messageFlow textAnnotation text
					association group category categoryValue"""),
			DMN, words("""
					definitions decision decisionTable input inputExpression inputValues output outputValues
					defaultOutputEntry rule inputEntry outputEntry text description annotation annotationEntry
					informationRequirement requiredInput inputData variable literalExpression
					extensionElements"""),
			CAMUNDA, words("""
					properties property in out inputOutput inputParameter outputParameter executionListener taskListener"""),
			CAMUNDA_DMN, Set.of());

	private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
			CAMUNDA, words("""
					assignee candidateGroups dueDate followUpDate priority formRef formRefBinding historyTimeToLive
					versionTag isStartableInTasklist asyncBefore asyncAfter exclusive jobPriority expression resultVariable
					decisionRef decisionRefBinding mapDecisionResult calledElementBinding collection elementVariable modelerTemplate
					modelerTemplateVersion modelerTemplateIcon"""),
			CAMUNDA_DMN, words("historyTimeToLive versionTag inputVariable"),
			XSI, Set.of("type"));

	private static final Set<String> PLAIN_ATTRIBUTES = words("""
			id name isExecutable targetNamespace namespace exporter exporterVersion sourceRef targetRef default
			attachedToRef cancelActivity calledElement triggeredByEvent isInterrupting parallelMultiple messageRef errorRef
			errorCode isSequential gatewayDirection instantiate eventGatewayType
			processRef processType isClosed isForCompensation startQuantity completionQuantity textFormat
			associationDirection categoryValueRef structureRef
			hitPolicy aggregation typeRef label outputLabel preferredOrientation href expressionLanguage
			value event expression businessKey source sourceExpression target variables local""");

	private static final Set<String> SHAPE = words("""
			bpmnElement dmnElementRef isHorizontal isExpanded isMarkerVisible isListedInputData isCollapsed
			x y width height labelStyle participantBandKind isMessageVisible messageVisibleKind isBold isItalic size
			isUnderline isStrikeThrough""");

	private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");
	private static final Set<String> QUESTIONS = Set.of("getVariable", "hasVariable", "getProcessBusinessKey");

	private Allowed() {
	}

	static boolean namespace(String uri) {
		return ELEMENTS.containsKey(uri) || DRAWING.contains(uri);
	}

	static boolean element(String namespace, String name) {
		return DRAWING.contains(namespace) || ELEMENTS.get(namespace).contains(name);
	}

	/** Attributes of shapes have no namespace either; those of the drawing namespaces are colours and the modeler's name. */
	static boolean attribute(String namespace, String name) {
		if (namespace == null || namespace.isEmpty()) {
			return PLAIN_ATTRIBUTES.contains(name) || SHAPE.contains(name);
		}
		return DRAWING.contains(namespace) || ATTRIBUTES.getOrDefault(namespace, Set.of()).contains(name);
	}

	static boolean feel(String language) {
		return FEEL.contains(language);
	}

	static boolean question(String verb) {
		return QUESTIONS.contains(verb);
	}

	private static Set<String> words(String text) {
		return Set.of(text.strip().split("\\s+"));
	}
}
