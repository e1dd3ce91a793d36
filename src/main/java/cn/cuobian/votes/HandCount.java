package cn.cuobian.votes;

/**
 * Ballot sheets as hands counted them after the close, under the eyes of the scrutineers (监票人).
 *
 * @param issued handed out or taken along to owners' doors
 * @param found in the boxes
 * @param spoiled given back unusable
 * @param unused given back blank, or never given back
 * @param explanation of a difference; null or empty where there is none
 * @param scrutineers their names
 */
public record HandCount(int issued, int found, int spoiled, int unused, String explanation, String scrutineers) {

	/** On one line, as the archive keeps it. */
	HandCount tidied() {
		return new HandCount(issued, found, spoiled, unused, oneLine(explanation), oneLine(scrutineers));
	}

	boolean isNegative() {
		return issued < 0 || found < 0 || spoiled < 0 || unused < 0;
	}

	Reconciled reconciled() {
		return new Reconciled(Reconciled.SHEETS, issued, found, spoiled, unused, explanation);
	}

	private static String oneLine(String words) {
		return words == null ? "" : words.strip().replaceAll("\\s+", " ");
	}
}
