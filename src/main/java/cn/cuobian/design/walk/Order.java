package cn.cuobian.design.walk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the twin is to do.
 *
 * @param act which of the acts; the other parts are null where the act does not need them
 * @param files the whole house, to load
 * @param start what begins: a kind of matter, or a process by its key
 * @param place code of a place of the twin's own small town
 * @param at the instant at which the twin's clock stands when it begins
 * @param task id of a task, to see its form or to complete it
 * @param values raw answers by field
 * @param until where to jump: {@link #TO_RUNG} or {@link #TO_DEADLINE}
 * @param round which of several ways a trial run takes
 * @param shape what stands and is to be carried over
 * @param language tag of the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(Act act, List<Sheet> files, String start, String place, Instant at, String task, Map<String, Object> values,
		String until, Integer round, Shape shape, String language) {

	/** The next reminder or the next deadline, whichever comes first. */
	public static final String TO_RUNG = "rung";
	/** The next deadline; reminders on the way ring when their time comes. */
	public static final String TO_DEADLINE = "deadline";

	/** What can be asked of a twin. */
	public enum Act {
		LOAD, STARTS, BEGIN, FORM, COMPLETE, RESIDENT, JUMP, LOOK, MAILS, RESET, TRY, NEXT, CARRY
	}

	/** One file of the models. */
	public record Sheet(String room, String name, String content) {
	}

	public static Order load(List<Sheet> files) {
		return new Order(Act.LOAD, files, null, null, null, null, null, null, null, null, null);
	}

	public static Order begin(String start, String place, Instant at) {
		return new Order(Act.BEGIN, null, start, place, at, null, null, null, null, null, null);
	}

	public static Order form(String task) {
		return new Order(Act.FORM, null, null, null, null, task, null, null, null, null, null);
	}

	public static Order complete(String task, Map<String, Object> values) {
		return new Order(Act.COMPLETE, null, null, null, null, task, values, null, null, null, null);
	}

	/** @param message what the resident does, as the drawings call it */
	public static Order resident(String message, Map<String, Object> values) {
		return new Order(Act.RESIDENT, null, message, null, null, null, values, null, null, null, null);
	}

	public static Order jump(String until) {
		return new Order(Act.JUMP, null, null, null, null, null, null, until, null, null, null);
	}

	/** A newer version of one room, beside those that are loaded. */
	public static Order next(List<Sheet> files) {
		return new Order(Act.NEXT, files, null, null, null, null, null, null, null, null, null);
	}

	/** Builds a procedure that stands like this one on the version that is loaded, and carries it over to the next one. */
	public static Order carry(Shape shape, Instant at) {
		return new Order(Act.CARRY, null, null, null, at, null, null, null, null, shape, null);
	}

	/** One of the acts that need nothing else. */
	public static Order plain(Act act) {
		return new Order(act, null, null, null, null, null, null, null, null, null, null);
	}

	/** A trial run by itself, to the end. */
	public static Order tried(String start, String place, Instant at, int round) {
		return new Order(Act.TRY, null, start, place, at, null, null, null, round, null, null);
	}

	/** The same, with sentences in this language. */
	public Order in(String tag) {
		return new Order(act, files, start, place, at, task, values, until, round, shape, tag);
	}
}
