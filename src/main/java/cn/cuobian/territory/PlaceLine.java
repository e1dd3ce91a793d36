package cn.cuobian.territory;

/** A line of the file whose values can be read; whether it fits the tree is still open. */
record PlaceLine(long number, String code, String parent, Level level, String nameZh, String nameEn,
		Integer households, Integer buildings, Integer residents, Integer built, String note, String source) {

	Place at(String path) {
		return new Place(code, parent, level, nameZh, nameEn, path, households, buildings, residents, built, note, source);
	}
}
