package cn.cuobian.engine.camunda;

import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.StringValue;

/** What a verb answers is kept to the same measure as what a caller hands in: a long text is no decision. */
final class ShortTexts extends StringValueSerializer {

	@Override
	public void writeValue(StringValue text, ValueFields fields) {
		if (text.getValue() != null && text.getValue().length() > Facts.LONGEST) {
			throw new IllegalArgumentException(fields.getName() + " is no fact: longer than " + Facts.LONGEST + " characters");
		}
		super.writeValue(text, fields);
	}
}
