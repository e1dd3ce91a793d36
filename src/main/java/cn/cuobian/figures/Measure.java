package cn.cuobian.figures;

import java.util.Locale;

/** What is counted per month and place; each one's definition stands in the messages under {@code figures.define.<code>}. */
enum Measure {

	RECEIVED, CLOSED, CLOCKS_ENDED, CLOCKS_IN_TIME, RATINGS, RATING_POINTS, RATINGS_GOOD, REOPENED, RAISED_BY_HAND,
	RAISED_BY_TIME, EXTENSIONS, PAUSES;

	/** Lower case with underscores: the column of the snapshot. */
	String column() {
		return name().toLowerCase(Locale.ROOT);
	}
}
