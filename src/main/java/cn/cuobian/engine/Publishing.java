package cn.cuobian.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.inspection.ModelFile;

/** Hands models to the engine while the program runs. */
public interface Publishing {

	/** Such as {@code 7.24.0}: what drawing tools ask for. */
	String engineVersion();

	/** What the program brings along: rooms by name, each with its files in a fixed order. */
	Map<String, List<ModelFile>> shipped();

	/**
	 * Deploys all files of a room as its newest version; from then on the room belongs to who published it, and files
	 * that the program brings along later no longer replace it by themselves. All or nothing, in the caller's
	 * transaction; the guard reads every byte before the engine does.
	 *
	 * @param files of the whole room: a form is found only beside the model that shows it
	 * @param source who published, such as {@code studio}
	 * @return the engine's id of the deployment
	 * @throws cn.cuobian.refusals.Refusal for what the guard or the engine does not take
	 */
	String publish(String room, Collection<ModelFile> files, String source);
}
