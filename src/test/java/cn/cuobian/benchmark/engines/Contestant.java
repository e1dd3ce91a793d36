package cn.cuobian.benchmark.engines;

/**
 * One of those that are compared, in a process of its own. This file and {@link Console} are compiled once for each of
 * them, against nothing but the JDK.
 */
interface Contestant {

	/** A matter from report to close, one commit for each act of a person, as the ladder draws it: the building steward solves it. */
	void life(long n) throws Exception;

	/** A matter that was reported and waits for the building steward; answers the process instance. */
	String report(long n) throws Exception;

	/** Lets timers fire in this process, or stops them. */
	void timers(boolean on);
}
