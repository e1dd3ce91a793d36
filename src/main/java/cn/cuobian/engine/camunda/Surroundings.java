package cn.cuobian.engine.camunda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.context.Context;

import cn.cuobian.engine.inspection.ModelFile;

/** What drawings that are being deployed would call, as it is deployed already. */
final class Surroundings {

	private static final Pattern CALL = Pattern.compile("calledElement\\s*=\\s*[\"']([A-Za-z0-9_-]+)[\"']");

	private Surroundings() {
	}

	/** Without the drawings themselves; only within a command of the engine. */
	static Collection<ModelFile> of(List<ModelFile> drawings) {
		Map<String, ModelFile> found = new HashMap<>();
		drawings.forEach(drawing -> found.put(key(drawing), drawing));
		Deque<ModelFile> open = new ArrayDeque<>(drawings);
		while (!open.isEmpty()) {
			CALL.matcher(new String(open.pop().content(), StandardCharsets.UTF_8)).results().map(call -> call.group(1))
					.filter(key -> !found.containsKey(key)).forEach(key -> deployed(key).ifPresent(called -> {
						found.put(key, called);
						open.add(called);
					}));
		}
		return found.values().stream().filter(file -> !drawings.contains(file)).toList();
	}

	static ModelFile file(String resource, byte[] content) {
		int name = resource.lastIndexOf('/') + 1;
		return new ModelFile(name == 0 ? "" : resource.substring(0, name - 1), resource.substring(name), content);
	}

	private static String key(ModelFile file) {
		return file.name().substring(0, file.name().lastIndexOf('.'));
	}

	private static Optional<ModelFile> deployed(String key) {
		var context = Context.getCommandContext();
		return Optional.ofNullable(context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key))
				.map(definition -> context.getResourceManager().findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName()))
				.map(resource -> file(resource.getName(), resource.getBytes()));
	}
}
