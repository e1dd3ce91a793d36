package cn.cuobian.forms;

import java.util.List;

/** Answers the options of a named source, for one subject. */
@FunctionalInterface
interface FormOptionsBySource {

	List<Option> of(String source);
}
