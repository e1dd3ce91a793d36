package cn.cuobian.worklist;

import java.util.List;
import java.util.Locale;

/** What somebody has to know to work a task, beside its form. It may name people: told only to who may work the task. */
public interface Particulars {

	/** In the order in which they are read; empty for a task of another room. */
	List<Particular> of(WorkItem item, Locale locale);

	/** @param name what it is, in the reader's language */
	record Particular(String name, String text) {
	}
}
