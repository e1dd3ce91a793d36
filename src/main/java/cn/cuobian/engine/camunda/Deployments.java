package cn.cuobian.engine.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.inspection.Finding;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;

/**
 * Deploys each room's models together with their forms, if anything in the room changed. When all beans are there and
 * before the first request: models in which the inspector finds something stop the start.
 */
@Component
class Deployments implements SmartInitializingSingleton {

	/** Who deployed: the files of this program, not a person. */
	static final String SOURCE = "cuobian";

	private final RepositoryService repository;
	private final ModelFiles files;
	private final Inspector inspector;
	private final MessageSource messages;

	Deployments(RepositoryService repository, ModelFiles files, Inspector inspector, MessageSource messages) {
		this.repository = repository;
		this.files = files;
		this.inspector = inspector;
		this.messages = messages;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Map<String, List<ModelFile>> rooms = files.byRoom();
		List<ModelFile> all = new ArrayList<>();
		rooms.values().forEach(all::addAll);
		List<Finding> found = inspector.inspect(all);
		if (!found.isEmpty()) {
			throw new IllegalStateException(found.stream().map(this::sentence).collect(Collectors.joining("\n", "\n", "")));
		}
		rooms.forEach(this::deploy);
	}

	private void deploy(String room, List<ModelFile> models) {
		if (!isPublishedByPeople(room)) {
			CamundaPublishing.deployment(repository, room, SOURCE, models).enableDuplicateFiltering(false).deploy();
		}
	}

	/** What people published stands above our files; they take over from these what they want. */
	private boolean isPublishedByPeople(String room) {
		return repository.createDeploymentQuery().deploymentName(room).list().stream()
				.anyMatch(deployment -> !SOURCE.equals(deployment.getSource()));
	}

	/** The operator who dropped a file into a folder reads the log, not a page. */
	private String sentence(Finding finding) {
		return finding.file() + ": " + sentence(finding, Locale.SIMPLIFIED_CHINESE) + " / " + sentence(finding, Locale.ENGLISH);
	}

	private String sentence(Finding finding, Locale language) {
		return messages.getMessage(finding.messageKey(), finding.allArguments(), language);
	}
}
