package cn.cuobian.territory;

/** How large a place is, largest first; a place stands below one of a larger level, and levels may be skipped. */
public enum Level {

	PREFECTURE, CITY, TOWNSHIP, COMMUNITY, COMPOUND, BUILDING, UNIT;

	/** Whether a place of this level may stand under one of the other. */
	public boolean isBelow(Level other) {
		return ordinal() > other.ordinal();
	}
}
