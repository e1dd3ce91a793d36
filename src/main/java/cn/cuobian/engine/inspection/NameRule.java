package cn.cuobian.engine.inspection;

import java.util.Map;
import java.util.regex.Pattern;

/** Ids say what they are in English, names in Chinese: both are read by people. */
final class NameRule implements Rule {

	private static final Map<String, String> PREFIXES = Map.ofEntries(
			Map.entry("userTask", "user"), Map.entry("serviceTask", "service"), Map.entry("businessRuleTask", "decide"),
			Map.entry("receiveTask", "receive"), Map.entry("manualTask", "manual"), Map.entry("task", "task"),
			Map.entry("callActivity", "call"), Map.entry("subProcess", "subprocess"), Map.entry("startEvent", "start"),
			Map.entry("endEvent", "end"), Map.entry("intermediateCatchEvent", "catch"),
			Map.entry("intermediateThrowEvent", "throw"), Map.entry("boundaryEvent", "(timer|message|error|escalation|signal)"),
			Map.entry("exclusiveGateway", "gateway"), Map.entry("parallelGateway", "gateway"),
			Map.entry("inclusiveGateway", "gateway"), Map.entry("eventBasedGateway", "gateway"));
	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		for (Step step : drawing.steps()) {
			String prefix = PREFIXES.get(step.type());
			if (!step.id().matches(prefix + "(_[a-z0-9]+)+")) {
				findings.add(step.id(), "id-shape", prefix);
			}
			if (!isJoin(drawing, step) && !CHINESE.matcher(step.name()).find()) {
				findings.add(step.id(), "chinese-name");
			}
		}
	}

	/** Where paths only come together there is nothing to say. */
	private static boolean isJoin(Drawing drawing, Step step) {
		return step.isGateway() && drawing.after(step).size() < 2;
	}
}
