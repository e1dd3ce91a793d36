package cn.cuobian.worklist;

import cn.cuobian.engine.TaskOpened;
import java.util.List;

import cn.cuobian.forms.Label;

/** What the list has to know about the things tasks are about; each room that starts processes provides one. */
public interface SubjectSource {

	/** The part of a subject before the colon: {@code matter} of {@code matter:42}. */
	String type();

	/** The line of one subject, as it is now. */
	SubjectLine line(long id);

	/** The line of a task of it, which may say in its title which of many the task is about. */
	default SubjectLine line(long id, TaskOpened task) {
		return line(id);
	}

	/** The kinds its subjects may have, to filter by; in the order to show them. */
	default List<Kind> kinds() {
		return List.of();
	}

	/** A kind of subject and what people call it. */
	record Kind(String code, Label name) {
	}
}
