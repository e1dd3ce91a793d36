package cn.cuobian.engine.camunda;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

import cn.cuobian.engine.ModelSafety;
import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.inspection.Bounds;
import cn.cuobian.refusals.Refusal;

/**
 * Judges the bytes of every deployment before any parser of the engine sees them: its parser fetches schema locations,
 * and evaluates expressions of start events while it reads. Runs again when a node reads an old deployment.
 */
final class Guard implements Deployer, ModelSafety {

	private static final Pattern NAME = Pattern.compile("([a-z0-9_-]+/)*[a-z0-9_-]+\\.(bpmn|dmn|form)");
	private static final int LARGEST = 1 << 20;

	private final Verbs verbs;

	Guard(Verbs verbs) {
		this.verbs = verbs;
	}

	@Override
	public void deploy(DeploymentEntity deployment) {
		deployment.getResources().values().forEach(resource -> check(resource.getName(), resource.getBytes()));
		if (deployment.isNew()) {
			judged(deployment.getResources().values());
		}
	}

	/** What the studio's gate also finds, for whoever deploys past it; an old deployment was judged when it was new. */
	private static void judged(Collection<ResourceEntity> resources) {
		resources.stream().filter(resource -> resource.getName().endsWith(".form"))
				.forEach(form -> GuardedForm.checkComponents(form.getName(), form.getBytes()));
		var drawings = resources.stream().filter(resource -> resource.getName().endsWith(".bpmn"))
				.map(resource -> Surroundings.file(resource.getName(), resource.getBytes())).toList();
		Bounds.firstBeyond(drawings, Surroundings.of(drawings)).ifPresent(beyond -> {
			throw new Refusal("engine.model-without-bound", beyond.file(), 0, beyond.element());
		});
	}

	@Override
	public void check(String file, byte[] bytes) {
		if (!NAME.matcher(file).matches()) {
			throw new Refusal("engine.model-file-name", file);
		}
		if (bytes.length > LARGEST) {
			throw new Refusal("engine.model-too-large", file);
		}
		if (!isPlainText(bytes)) {
			throw new Refusal("engine.model-encoding", file, 0, "?");
		}
		if (file.endsWith(".form")) {
			GuardedForm.check(file, bytes);
		} else {
			new GuardedReading(file, new JuelExpressions(), verbs).read(bytes);
		}
	}

	/** UTF-8 without a null character: parsers guess at anything else, and not all alike. */
	private static boolean isPlainText(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).chars().noneMatch(sign -> sign == 0);
		} catch (CharacterCodingException e) {
			return false;
		}
	}
}
