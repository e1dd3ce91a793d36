package cn.cuobian.engine.camunda;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** A model that names a Java class would run its constructor. */
final class NoArtifacts implements ArtifactFactory {

	@Override
	public <T> T getArtifact(Class<T> type) {
		throw new ProcessEngineException("a model may not name a Java class: " + type.getName());
	}
}
