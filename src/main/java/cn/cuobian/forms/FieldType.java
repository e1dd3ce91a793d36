package cn.cuobian.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The form-js components a form may use, and where their answers go: decisions steer the process and may enter the
 * engine; words stay in our own record, never in the engine.
 */
public enum FieldType {

	TEXT(Answer.NONE), GROUP(Answer.NONE),
	TEXTFIELD(Answer.WORDS), TEXTAREA(Answer.WORDS), DATETIME(Answer.WORDS),
	NUMBER(Answer.DECISION), CHECKBOX(Answer.DECISION),
	RADIO(Answer.DECISION), SELECT(Answer.DECISION),
	CHECKLIST(Answer.DECISION), TAGLIST(Answer.DECISION);

	private enum Answer { NONE, WORDS, DECISION }

	private final Answer answer;

	FieldType(Answer answer) {
		this.answer = answer;
	}

	/** Whether the component takes an answer at all; headings and groups do not. */
	public boolean asks() {
		return answer != Answer.NONE;
	}

	/** Whether the answer is a decision (else it is words). */
	public boolean decides() {
		return answer == Answer.DECISION;
	}

	/** Whether the answer is picked from options. */
	public boolean offers() {
		return this == RADIO || this == SELECT || takesMany();
	}

	/** Whether several options may be picked. */
	public boolean takesMany() {
		return this == CHECKLIST || this == TAGLIST;
	}

	/** The name form-js uses for it, e.g. {@code textarea}. */
	public String jsName() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<FieldType> of(String name) {
		return Arrays.stream(values()).filter(type -> type.jsName().equals(name)).findFirst();
	}
}
