package cn.cuobian.design.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.cuobian.design.reading.Bindings;
import cn.cuobian.design.reading.Phrase.Listed;
import cn.cuobian.design.reading.Phrase.PostName;
import cn.cuobian.design.reading.Phrase;

/** Puts what an element says into words; what has no word is shown by its name in the file. */
final class FactWords {

	/** In this order facts are told: what people do first, then what the engine does. */
	private static final List<Known> KNOWN = List.of(known("@type", "type"), known("@name", "name"), known("text", "text"),
			known("camunda:property\\[name\\.en]@value", "name-en"), known("inside", "inside"), known("documentation", "documentation"),
			known("@camunda:candidateGroups", "post"), known("@camunda:candidateUsers", "users"), known("@camunda:assignee", "assignee"),
			known("@camunda:formRef", "form"), known("@camunda:formRefBinding", "form-binding"),
			known("camunda:property\\[clock]@value", "clock"), known("timerEventDefinition/time(?:Date|Duration|Cycle)", "time"),
			known("camunda:property\\[next]@value", "next"), known("camunda:property\\[next\\.en]@value", "next-en"),
			known("camunda:property\\[(.+)]@value", "property"), known("@sourceRef", "from"), known("@targetRef", "to"), known("conditionExpression", "condition"),
			known("@default", "default"), known("asks", "asks"), known("@attachedToRef", "attached"), known("@cancelActivity|@isInterrupting", "interrupts"),
			known("(?:messageEventDefinition)?@messageRef", "message"), known("errorEventDefinition@errorRef", "error"),
			known("@camunda:expression", "does"), known("@camunda:resultVariable", "result"), known("@calledElement", "called"),
			known("camunda:in\\[(.+)]@source(?:Expression)?", "in"), known("camunda:out\\[(.+)]@source(?:Expression)?", "out"),
			known("camunda:inputParameter\\[([^]]+)]", "input"), known("camunda:outputParameter\\[([^]]+)]", "output"),
			known("multiInstanceLoopCharacteristics", "many"), known("multiInstanceLoopCharacteristics@camunda:collection", "for-each"),
			known("multiInstanceLoopCharacteristics@camunda:elementVariable", "each"), known("multiInstanceLoopCharacteristics@isSequential", "one-by-one"),
			known("multiInstanceLoopCharacteristics/loopCardinality", "how-many"), known("multiInstanceLoopCharacteristics/completionCondition", "enough"),
			known("@triggeredByEvent", "by-event"), known("@camunda:asyncBefore", "async-before"), known("@camunda:asyncAfter", "async-after"),
			known("camunda:(?:task|execution)Listener\\[([^]]+)](?:#\\d+)?@(?:camunda:)?([^@]+)", "listener"),
			known("camunda:field\\[([^]]+)].*", "field"), known("flowNodeRef\\[.+]", "holds"), known("@isExecutable", "executable"),
			known("@camunda:historyTimeToLive", "time-to-live"), known("@camunda:(?:decisionRef|decisionRefBinding)", "decision"),
			known("decisionTable@hitPolicy", "hit-policy"), known("decisionTable@aggregation", "aggregation"), known("decisionTable/description", "table-note"),
			known("description", "table-note"), known("@label", "label"), known("inputExpression/text", "asked"), known("(?:inputExpression)?@typeRef", "value-type"),
			known("(?:inputValues|outputValues)/text", "values"));
	private static final Set<String> ELEMENTS = Set.of("inside", "from", "to", "default", "attached", "holds");

	private record Known(Pattern name, String word) {
	}

	private static Known known(String name, String word) {
		return new Known(Pattern.compile(name, Pattern.DOTALL), word);
	}

	private FactWords() {
	}

	/** Facts in the order in which they are told. */
	static List<String> sorted(Set<String> facts) {
		return facts.stream().sorted(Comparator.comparingInt(FactWords::rank).thenComparing(fact -> fact)).toList();
	}

	static Object label(String fact) {
		int rank = rank(fact);
		if (rank == KNOWN.size()) {
			return Phrase.of("design.diff.fact.other", shown(fact));
		}
		var found = match(KNOWN.get(rank), fact);
		return new Phrase("design.diff.fact." + KNOWN.get(rank).word(), IntStream.rangeClosed(1, found.groupCount())
				.<Object>mapToObj(found::group).toList());
	}

	/** As one would find it in the file. */
	private static String shown(String fact) {
		return fact.replace("@", " ").replace("/", " / ").strip();
	}

	private static int rank(String fact) {
		for (int i = 0; i < KNOWN.size(); i++) {
			if (KNOWN.get(i).name().matcher(fact).matches()) {
				return i;
			}
		}
		return KNOWN.size();
	}

	private static Matcher match(Known known, String fact) {
		var matcher = known.name().matcher(fact);
		if (!matcher.matches()) {
			throw new IllegalStateException(fact);
		}
		return matcher;
	}

	/** @param side on which the value stands */
	static Object value(String fact, String value, Side side) {
		int rank = rank(fact);
		var word = rank == KNOWN.size() ? "" : KNOWN.get(rank).word();
		if (ELEMENTS.contains(word)) {
			return side.called(value);
		}
		return switch (word) {
			case "type" -> Phrase.of(Side.type(value));
			case "post" -> post(value);
			case "clock" -> side.clock(value);
			case "time" -> time(value, side);
			case "asks" -> new Listed(List.of(value.split(" ")).stream().map(side::called).collect(Collectors.toList()));
			case "form-binding" -> value.equals("deployment") ? Phrase.of("design.diff.deployment") : value;
			default -> plain(value);
		};
	}

	/** The code of the limit that this says, or null. */
	static String clock(String fact, String value) {
		int rank = rank(fact);
		var word = rank == KNOWN.size() ? "" : KNOWN.get(rank).word();
		return word.equals("clock") ? value : word.equals("time") ? Bindings.clock(value).orElse(null) : null;
	}

	private static Object post(String value) {
		return Bindings.post(value).<Object>map(PostName::new).orElse(value);
	}

	private static Object time(String value, Side side) {
		return Bindings.clock(value).map(side::clock).orElse(value);
	}

	private static Object plain(String value) {
		return switch (value) {
			case "true" -> Phrase.of("design.diff.yes");
			case "false" -> Phrase.of("design.diff.no");
			case "" -> Phrase.of("design.diff.there");
			default -> value;
		};
	}
}
