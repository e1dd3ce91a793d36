package cn.cuobian.engine.camunda;

import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

import cn.cuobian.engine.ModelSafety;
import cn.cuobian.engine.Verbs;
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
	}

	@Override
	public void check(String file, byte[] bytes) {
		if (!NAME.matcher(file).matches()) {
			throw new Refusal("engine.model-file-name", file);
		}
		if (bytes.length > LARGEST) {
			throw new Refusal("engine.model-too-large", file);
		}
		if (file.endsWith(".form")) {
			GuardedForm.check(file, bytes);
		} else {
			new GuardedReading(file, new JuelExpressions(), verbs).read(bytes);
		}
	}
}
