package cn.cuobian.engine.inspection;

import java.util.List;

/**
 * What is wrong with a model.
 *
 * @param file as {@link ModelFile#path()}
 * @param element the id of the element to mark in the diagram, or an empty text for the file as a whole
 * @param messageKey of the sentence, with {0} the file, {1} the element, and the arguments from {2} on
 */
public record Finding(String file, String element, String messageKey, List<Object> arguments) {

	/** All that the sentence needs, in the order of its places. */
	public Object[] allArguments() {
		Object[] all = new Object[arguments.size() + 2];
		all[0] = file;
		all[1] = element;
		System.arraycopy(arguments.toArray(), 0, all, 2, arguments.size());
		return all;
	}
}
