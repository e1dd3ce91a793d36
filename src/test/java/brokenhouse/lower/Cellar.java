package brokenhouse.lower;

import brokenhouse.upper.Roof;

/** Calls upward. */
public class Cellar {

	public Roof roof() {
		return new Roof();
	}
}
