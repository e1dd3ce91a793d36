package cn.cuobian.engine.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/**
 * Deploys each room's models together with their forms, if anything in the room changed. When all beans are there and
 * before the first request: a model that is refused stops the start.
 */
@Component
class Deployments implements SmartInitializingSingleton {

	private final RepositoryService repository;
	private final ModelFiles files;
	private final MessageSource messages;

	Deployments(RepositoryService repository, ModelFiles files, MessageSource messages) {
		this.repository = repository;
		this.files = files;
		this.messages = messages;
	}

	@Override
	public void afterSingletonsInstantiated() {
		files.byRoom().forEach(this::deploy);
	}

	private void deploy(String room, Map<String, Resource> resources) {
		DeploymentBuilder deployment = repository.createDeployment().name(room).source("cuobian")
				.enableDuplicateFiltering(false);
		new TreeMap<>(resources).forEach((name, resource) -> add(deployment, name, resource));
		try {
			Clashes.refused(deployment::deploy);
		} catch (Refusal refusal) {
			throw new IllegalStateException(sentence(refusal), refusal);
		}
	}

	/** The operator who dropped a file into a folder reads the log, not a page. */
	private String sentence(Refusal refusal) {
		String key = "refusal." + refusal.rule();
		return messages.getMessage(key, refusal.arguments(), Locale.SIMPLIFIED_CHINESE)
				+ " / " + messages.getMessage(key, refusal.arguments(), Locale.ENGLISH);
	}

	private static void add(DeploymentBuilder deployment, String name, Resource resource) {
		try (InputStream content = resource.getInputStream()) {
			deployment.addInputStream(name, content);
		} catch (IOException e) {
			throw new UncheckedIOException("Cannot read " + name, e);
		}
	}
}
