package cn.cuobian.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.engine.inspection.ModelFile;

/**
 * Running procedures by the version of the drawing they run on, and their way to a newer one. A room's models are
 * deployed together, so the engine's id of a deployment names a version of all of them; steps go by their ids in the
 * drawing. A matter is counted by its subject, such as {@code matter:42}.
 */
public interface Moving {

	/** From which room and deployment a definition comes; empty for one that is gone. */
	Optional<Origin> origin(String definitionId);

	/** @param room whose models were deployed */
	record Origin(String room, String deployment) {
	}

	/** At which steps of which versions subjects wait: counted in the database, nothing is loaded for it. */
	List<Waiting> waiting(String room);

	/**
	 * @param version the engine's own count of the model
	 * @param subjects how many wait at this step
	 */
	record Waiting(String deployment, String model, int version, String element, long subjects) {
	}

	/** How many subjects have a procedure of the room that is not over, by deployment. */
	Map<String, Long> open(String room);

	/** Subjects with a procedure of the room on another deployment than the given one. */
	long countBehind(String room, String deployment);

	/**
	 * The same by name.
	 *
	 * @param after the last one of the page before; an empty text for the first page
	 */
	List<String> behind(String room, String deployment, String after, int most);

	/** As {@link #behind}, those that wait at one step of one version. */
	List<String> waitingAt(String deployment, String model, String element, String after, int most);

	/** Where one subject waits in procedures of the room. */
	List<Standing> standing(String subject, String room);

	/** A place at which a procedure waits. */
	record Standing(String deployment, String model, int version, String element) {
	}

	/** What the program itself deployed for a room, oldest first: files of one deployment each. */
	Map<String, List<ModelFile>> brought(String room);

	/**
	 * Where those who wait would come to in a newer drawing; nothing is deployed for it.
	 *
	 * @throws cn.cuobian.refusals.Refusal for a drawing that the guard or the engine does not take
	 * @param elements steps of the deployed model
	 * @param wishes steps of the newer drawing by steps of the deployed one; where nothing is wished the same id and kind is taken
	 */
	List<Landing> landings(String deployment, String model, ModelFile drawing, Collection<String> elements, Map<String, String> wishes);

	/**
	 * @param lands the step of the newer drawing, or null when there is none
	 * @param possible steps of the newer drawing at which it could go on: of the same kind, in the same surroundings
	 * @param against why the engine does not take what was wished, as the last part of a message's name
	 */
	record Landing(String element, String lands, List<String> possible, List<String> against) {
	}

	/** How procedures of the subject stand that run on other deployments of the room. */
	List<Copy> copies(String subject, String room, String deployment);

	/** @param facts ids and decisions of the procedure as a whole */
	record Copy(String deployment, String model, Map<String, Object> facts, List<Token> tokens) {
	}

	/** @param facts of this branch alone */
	record Token(String element, Map<String, Object> facts) {
	}

	/** Starts a procedure that stands like another one, in the caller's transaction: where moves are rehearsed. */
	void stand(String definitionId, String subject, Map<String, ?> facts, List<Token> tokens);

	/**
	 * Moves all procedures of the subject that run on other deployments of the room to the given one, in the caller's
	 * transaction. Tasks keep their id and the person who has them ({@link TaskMoved}); a task that comes to another step,
	 * or whose step names another clock by now, is closed and opened anew. Timers ask the ledger again.
	 *
	 * @param wishes by model, as in {@link #landings}
	 * @throws cn.cuobian.refusals.Refusal {@code engine.not-movable} with the steps the engine has no way for, 409 when
	 *         somebody works on the subject in this moment
	 */
	void move(String subject, String room, String deployment, Map<String, Map<String, String>> wishes);
}
