package cn.cuobian.engine.camunda;

import java.util.Map;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** {@code camunda:properties}, kept with the parsed model: the engine itself forgets them. */
final class ModelProperties {

	private static final String KEPT_AS = "cuobian.properties";

	private ModelProperties() {
	}

	static Map<String, String> read(Element element) {
		Map<String, String> found = BpmnParseUtil.parseCamundaExtensionProperties(element);
		return found == null ? Map.of() : Map.copyOf(found);
	}

	static void keep(ScopeImpl element, Map<String, String> properties) {
		element.setProperty(KEPT_AS, properties);
	}

	@SuppressWarnings("unchecked")
	static Map<String, String> of(ScopeImpl element) {
		return (Map<String, String>) element.getProperty(KEPT_AS);
	}
}
