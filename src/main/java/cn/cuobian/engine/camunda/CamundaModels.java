package cn.cuobian.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Model;
import cn.cuobian.engine.Models;

@Component
class CamundaModels implements Models {

	private final RepositoryService repository;
	private final ProcessEngineConfigurationImpl engine;
	private final ModelFiles files;

	CamundaModels(RepositoryService repository, ProcessEngineConfigurationImpl engine, ModelFiles files) {
		this.repository = repository;
		this.engine = engine;
		this.files = files;
	}

	@Override
	public List<Model> latest() {
		return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list()
				.stream().filter(stillThere()).map(this::model).toList();
	}

	/** What came from a file goes with it, though the engine keeps it for the processes that still run. */
	private Predicate<ProcessDefinition> stillThere() {
		Set<String> paths = files.paths();
		Set<String> fromFiles = repository.createDeploymentQuery().deploymentSource(Deployments.SOURCE).list().stream()
				.map(Deployment::getId).collect(Collectors.toSet());
		return definition -> !fromFiles.contains(definition.getDeploymentId()) || paths.contains(definition.getResourceName());
	}

	@Override
	public String bpmn(String definitionId) {
		return text(repository.getProcessModel(definitionId));
	}

	@Override
	public Optional<String> property(String modelKey, String name) {
		return definition(modelKey).map(definition -> properties(definition.getId()).get(name));
	}

	@Override
	public Optional<String> form(String modelKey, String formId) {
		return definition(modelKey).flatMap(definition -> form(definition, formId));
	}

	private Optional<String> form(ProcessDefinition definition, String formId) {
		CamundaFormDefinitionEntity form = engine.getCommandExecutorTxRequired().execute(context -> context
				.getCamundaFormDefinitionManager()
				.findDefinitionByDeploymentAndKey(definition.getDeploymentId(), formId));
		return Optional.ofNullable(form).map(found -> text(
				repository.getResourceAsStream(found.getDeploymentId(), found.getResourceName())));
	}

	private Optional<ProcessDefinition> definition(String modelKey) {
		return Optional.ofNullable(repository.createProcessDefinitionQuery()
				.processDefinitionKey(modelKey).latestVersion().singleResult());
	}

	private Model model(ProcessDefinition definition) {
		return new Model(definition.getKey(), definition.getName(), definition.getVersion(), definition.getId(),
				properties(definition.getId()));
	}

	private Map<String, String> properties(String definitionId) {
		return engine.getCommandExecutorTxRequired().execute(context -> ModelProperties.of(
				engine.getDeploymentCache().findDeployedProcessDefinitionById(definitionId)));
	}

	private static String text(InputStream resource) {
		try (resource) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
