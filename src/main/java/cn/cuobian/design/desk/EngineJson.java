package cn.cuobian.design.desk;

import java.util.List;
import java.util.Map;

/** Answers as an engine of Camunda 7 writes them; the drawing tool reads a few members, other clients may read more. */
final class EngineJson {

	private EngineJson() {
	}

	record Version(String version) {
	}

	record Link(String method, String href, String rel) {
	}

	/** Kinds of which nothing was deployed are null. */
	record Deployment(List<Link> links, String id, String name, String source, String deploymentTime, String tenantId,
			Map<String, Definition> deployedProcessDefinitions, Map<String, Definition> deployedCaseDefinitions,
			Map<String, Definition> deployedDecisionDefinitions, Map<String, Definition> deployedDecisionRequirementsDefinitions) {
	}

	record Definition(String id, String key, String name, int version, String resource, String deploymentId, boolean suspended,
			String tenantId) {
	}

	record Start(String businessKey, Map<String, Value> variables) {
	}

	record Value(Object value, String type, Object valueInfo) {
	}

	record Instance(List<Link> links, String id, String definitionId, String businessKey, String caseInstanceId, boolean ended,
			boolean suspended, String tenantId) {
	}

	record ParseError(String type, String message, Map<String, Report> details, int code) {
	}

	/** What is wrong with one file. */
	record Report(List<Problem> errors, List<Problem> warnings) {
	}

	record Problem(String message, int line, int column, String mainElementId, List<String> elementIds) {
	}

	/** Where the tool may lead the designer after a deployment. */
	record WebApps(String cockpitUrl) {
	}
}
