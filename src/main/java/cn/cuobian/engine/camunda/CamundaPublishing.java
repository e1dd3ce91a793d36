package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.ModelsDeployed;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;

@Component
class CamundaPublishing implements Publishing {

	private static final int LONGEST_REASON = 300;

	private final RepositoryService repository;
	private final ModelFiles files;
	private final ApplicationEventPublisher events;

	CamundaPublishing(RepositoryService repository, ModelFiles files, ApplicationEventPublisher events) {
		this.repository = repository;
		this.files = files;
		this.events = events;
	}

	@Override
	public String engineVersion() {
		return ProductPropertiesUtil.getProductVersion();
	}

	@Override
	public Map<String, List<ModelFile>> shipped() {
		return files.byRoom();
	}

	@Override
	public String publish(String room, Collection<ModelFile> models, String source) {
		var deployment = deployment(repository, room, source, models);
		var id = Clashes.refused(() -> readable(room, () -> deployment.deploy().getId()));
		events.publishEvent(new ModelsDeployed(room));
		return id;
	}

	static DeploymentBuilder deployment(RepositoryService repository, String room, String source, Collection<ModelFile> models) {
		var deployment = repository.createDeployment().name(room).source(source);
		models.forEach(model -> deployment.addInputStream(model.path(), new ByteArrayInputStream(model.content())));
		return deployment;
	}

	/** What the engine's parser says is for who drew the model, as far as it is short. */
	static <T> T readable(String what, Supplier<T> reading) {
		try {
			return reading.get();
		} catch (ProcessEngineException e) {
			if (Clashes.isKnown(e)) {
				throw e;
			}
			var reason = String.valueOf(e.getMessage());
			throw (Refusal) new Refusal("engine.model-not-deployable", what, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))).initCause(e);
		}
	}
}
