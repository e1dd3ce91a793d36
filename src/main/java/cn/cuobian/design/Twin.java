package cn.cuobian.design;

import java.time.Duration;

import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Order;

/** A house in memory, lent by {@link Twins} until it is closed. */
interface Twin extends AutoCloseable {

	/**
	 * Asks and waits. What the house refuses or what breaks in it is in the answer.
	 *
	 * @throws cn.cuobian.refusals.Refusal when the twin itself is lost: it thought too long, or wanted too much memory
	 */
	Answer ask(Order order, Duration patience);

	/** The same with the usual patience. */
	Answer ask(Order order);

	/** False once it was lost. */
	boolean isAlive();

	/** Gives it back, for the next one to use. */
	@Override
	void close();
}
