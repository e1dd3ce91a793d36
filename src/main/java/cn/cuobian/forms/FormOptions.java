package cn.cuobian.forms;

import java.util.List;

/**
 * A named source of options, e.g. the departments that may be asked. A component names it as its {@code valuesKey};
 * a bean of any room above provides it.
 */
public interface FormOptions {

	/** The name forms use, unique in the application. */
	String key();

	/**
	 * The options for one subject, in the order to show them.
	 *
	 * @param subject what the task is about, e.g. {@code matter:42}
	 */
	List<Option> options(String subject);
}
