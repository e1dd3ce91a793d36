package cn.cuobian.design.reading;

import java.util.List;

/**
 * A message and what fills it. Among the arguments may be phrases again, labels in two languages ({@code forms.Label}),
 * {@link Named}, {@link Listed}, {@link PostName} and {@link PlaceName}; all else is said as it is.
 */
public record Phrase(String key, List<Object> arguments) {

	public static Phrase of(String key, Object... arguments) {
		return new Phrase(key, List.of(arguments));
	}

	/** A message that may be missing, since a designer gives codes before anybody gives them names. */
	public record Named(String key, String otherwise) {
	}

	/** Several in a row, with the comma of the reader's language. */
	public record Listed(List<?> parts) {

		public Listed {
			parts = List.copyOf(parts);
		}
	}

	/** A post by its code. */
	public record PostName(String code) {
	}

	/** A place by its code. */
	public record PlaceName(String code) {
	}
}
