package cn.cuobian.engine;

import java.util.List;
import java.util.Optional;

/** The models that are deployed. */
public interface Models {

	/** The newest version of each model, by key; without those whose file is gone. */
	List<Model> latest();

	/** The drawing as it was deployed. */
	String bpmn(String definitionId);

	/** A property of the newest version of the model as a whole. */
	Optional<String> property(String modelKey, String name);

	/** A form that was deployed with the newest version of the model. */
	Optional<String> form(String modelKey, String formId);
}
