package cn.cuobian.demo;

import java.nio.charset.StandardCharsets;

/** The sheet of the demonstration's 571 homes as the file that an officer picks. */
public final class DemoRoll {

	private static final DemoSheet SHEET = new DemoSheet();

	private DemoRoll() {
	}

	public static byte[] csv() {
		return SHEET.text().getBytes(StandardCharsets.UTF_8);
	}

	public static String units() {
		return String.valueOf(SHEET.units());
	}

	/** In m², as it stands on the sheet. */
	public static String area() {
		return "%d.%02d".formatted(SHEET.area() / 100, SHEET.area() % 100);
	}
}
