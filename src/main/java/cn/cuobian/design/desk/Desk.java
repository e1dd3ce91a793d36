package cn.cuobian.design.desk;

import java.util.Map;

import cn.cuobian.people.Viewer;

/** What the drawing tool on a designer's own computer may ask of the studio. */
public interface Desk {

	/** By which the tool knows what the engine understands. */
	String engineVersion();

	/**
	 * Takes files into a draft of the designer's own: into the one that he works on, else into a new one. Nothing is
	 * published by it. All of them or none.
	 *
	 * @throws Objections for what the gate finds in them
	 * @throws cn.cuobian.refusals.Refusal for files that belong to no bundle or to several
	 */
	Deployed deploy(Delivery delivery, Viewer viewer);

	/**
	 * Begins the designer's play on his draft; the live engine knows nothing of it.
	 *
	 * @param definition id of a {@link Deployed.Definition}
	 * @param facts only {@code place}, a place of the small town in which drafts are played
	 * @return number of the draft
	 * @throws cn.cuobian.refusals.Refusal 404 for a definition that is not his; for a beginning that needs more than that
	 */
	long begin(String definition, Map<String, String> facts, Viewer viewer);
}
