package cn.cuobian.demo;

import java.util.List;

/** A sheet of 571 homes in eight buildings as a housing office would hand it over, the same at every start. */
final class DemoSheet {

	private static final int UNITS = 571;
	private static final int BUILDINGS = 8;
	private static final int PER_FLOOR = 4;
	/** The developer keeps every so many. */
	private static final int UNSOLD = 97;
	/** A couple owns every so many. */
	private static final int SHARED = 5;
	/** Who owns one home owns the next one too, every so often. */
	private static final int TWICE = 23;
	private static final List<Long> AREAS = List.of(8950L, 12644L, 7625L, 10430L);
	private static final List<String> SURNAMES = List.of("陈", "林", "黄", "张", "李", "吴", "王", "郑", "蔡", "许", "杨", "苏", "曾", "洪", "庄", "施");
	private static final List<String> FIRST = List.of("明", "建", "丽", "志", "秀", "文", "海", "美", "国", "雅", "永", "金", "淑", "振");
	private static final List<String> SECOND = List.of("辉", "华", "芳", "强", "珍", "峰", "玲", "斌", "英", "忠", "燕", "伟", "霞", "荣", "清", "兰", "泉");

	private final StringBuilder sheet = new StringBuilder("房号,楼栋,面积,销售状态,业主,证件号后四位\n");
	private long area;

	DemoSheet() {
		for (int unit = 0; unit < UNITS; unit++) {
			line(unit);
		}
	}

	String text() {
		return sheet.toString();
	}

	int units() {
		return UNITS;
	}

	/** In 0.01 m². */
	long area() {
		return area;
	}

	private void line(int unit) {
		int building = unit % BUILDINGS + 1;
		int door = unit / BUILDINGS;
		long size = AREAS.get(door % PER_FLOOR);
		area += size;
		sheet.append("%d幢%d%02d,%d幢,%d.%02d,".formatted(building, door / PER_FLOOR + 1, door % PER_FLOOR + 1, building, size / 100, size % 100))
				.append(unit % UNSOLD == UNSOLD - 1 ? "未售,," : "已售," + owners(unit)).append('\n');
	}

	private static String owners(int unit) {
		int person = unit % TWICE == TWICE - 1 ? unit - BUILDINGS : unit;
		return unit % SHARED == SHARED - 1 ? name(person) + "、" + name(person + UNITS) + "," + id(person) + "、" + id(person + UNITS)
				: name(person) + "," + id(person);
	}

	private static String name(int person) {
		return SURNAMES.get(person * 7 % SURNAMES.size()) + FIRST.get(person * 5 % FIRST.size()) + SECOND.get(person * 3 % SECOND.size());
	}

	private static String id(int person) {
		return "%04d".formatted(1000 + person);
	}
}
