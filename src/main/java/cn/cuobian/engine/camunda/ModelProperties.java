package cn.cuobian.engine.camunda;

import java.util.Map;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
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

	static void keep(Element process, ProcessDefinitionEntity definition) {
		definition.setProperty(KEPT_AS, read(process));
	}

	@SuppressWarnings("unchecked")
	static Map<String, String> of(ProcessDefinitionEntity definition) {
		return (Map<String, String>) definition.getProperty(KEPT_AS);
	}
}
