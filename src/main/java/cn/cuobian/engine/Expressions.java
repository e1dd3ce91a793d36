package cn.cuobian.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what an expression of a model says, without evaluating it. */
public interface Expressions {

	/**
	 * @param text of an attribute or element, with any number of <code>${…}</code>, or none
	 * @throws Unreadable if it is no expression, or says something that no model may say
	 */
	Reading read(String text);

	/**
	 * @param facts names that stand for themselves
	 * @param comparedWith the texts that a fact is compared with, by fact
	 */
	record Reading(List<Call> calls, Set<String> facts, Map<String, Set<String>> comparedWith) {
	}

	/** A call of a verb: {@code posts.at('supervisor', place)}, arguments as written. */
	record Call(String noun, String verb, List<String> arguments) {
	}

	/** Why an expression is refused; the message is the last part of the rule's name, such as {@code function}. */
	class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public Unreadable(String rule) {
			super(rule);
		}
	}
}
