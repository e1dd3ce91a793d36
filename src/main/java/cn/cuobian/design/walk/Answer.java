package cn.cuobian.design.walk;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the twin answers.
 *
 * @param form the form-js schema of a task
 * @param starts what a walk can begin with
 * @param fields what is wrong with the answers, by field
 * @param refused why the house refused, as it would any person: nothing changed
 * @param broken what failed inside: a fault of the models
 * @param tour what a trial run did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(Picture picture, String form, List<Start> starts, List<Letter> mails, Map<String, String> fields, String refused,
		String broken, Tour tour) {

	/** Something that a walk can begin with at this place, and the procedure it then takes: of one kind it may differ with the level of the place. */
	public record Start(String code, String place, String name, String nameEn, String process, String level) {
	}

	/** A mail that would have left the house. */
	public record Letter(String to, String subject, String text) {
	}

	/**
	 * A trial run.
	 *
	 * @param steps tasks completed
	 * @param jumps deadlines reached
	 * @param stuck elements whose task could not be completed by itself
	 * @param finished it came to an end before its steps were used up
	 */
	public record Tour(int steps, int jumps, List<String> stuck, boolean finished) {
	}

	public static Answer of(Picture picture) {
		return new Answer(picture, null, null, null, null, null, null, null);
	}

	public static Answer form(String schema) {
		return new Answer(null, schema, null, null, null, null, null, null);
	}

	public static Answer starts(List<Start> starts) {
		return new Answer(null, null, starts, null, null, null, null, null);
	}

	public static Answer mails(List<Letter> mails) {
		return new Answer(null, null, null, mails, null, null, null, null);
	}

	public static Answer refused(String sentence, Map<String, String> fields) {
		return new Answer(null, null, null, null, fields, sentence, null, null);
	}

	public static Answer broken(String sentence) {
		return new Answer(null, null, null, null, null, null, sentence, null);
	}

	public static Answer toured(Picture picture, Tour tour) {
		return new Answer(picture, null, null, null, null, null, null, tour);
	}

	@JsonIgnore
	public boolean isGood() {
		return refused == null && broken == null;
	}
}
