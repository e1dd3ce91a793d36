package cn.cuobian.elections;

/** Names and units as strangers may see them (domain practice: 张**, 3幢***). */
final class Masked {

	private Masked() {
	}

	/** The first character; a compound surname gives away no more. */
	static String name(String name) {
		return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
	}

	/** Up to the building. */
	static String unit(String unit) {
		int building = Math.max(unit.indexOf('幢'), Math.max(unit.indexOf('栋'), unit.indexOf('-')));
		return (building < 0 ? "" : unit.substring(0, building + 1)) + "***";
	}
}
