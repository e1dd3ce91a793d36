package cn.cuobian.forms;

/**
 * One offered answer.
 *
 * @param value what is handed to the process: no comma, since several picked values travel joined by commas
 * @param label what the reader sees
 */
public record Option(String value, Label label) {

	private static final int LONGEST = 100;

	public Option {
		if (value == null || value.isBlank() || value.contains(",") || value.length() > LONGEST) {
			throw new BrokenForm("option value \"" + value + "\" is empty, too long or contains a comma");
		}
	}

	/** An option with a label in both languages. */
	public static Option of(String value, String zh, String en) {
		return new Option(value, new Label(zh, en));
	}
}
