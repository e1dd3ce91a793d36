package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.List;

/**
 * The sheet of a made-up compound of 571 dwellings in 8 buildings, always the same: 12 shops and 40 parking spaces
 * beside them, couples, owners of several units, and what the developer has not sold. No name, number or address in it
 * belongs to anybody.
 */
public final class Compound571 {

	public static final int DWELLINGS = 571;
	public static final int SHOPS = 12;
	public static final int SPACES = 40;
	/** All lines. */
	public static final int UNITS = DWELLINGS + SHOPS + SPACES;
	/** Every 41st dwelling. */
	public static final int UNSOLD_DWELLINGS = DWELLINGS / 41;
	/** With parking spaces, counted by another program: 554 without. */
	public static final int HEADS = 557;
	/** With parking spaces, in 0.01 m²; counted by another program. */
	public static final long AREA = 58_672_25;
	static final String HEADER = "房号,楼栋,建筑面积（㎡）,用途,销售状态,业主姓名,证件号后四位,手机,邮箱,业主代表";

	private static final int[] AREAS = { 79_32, 89_50, 108_07, 126_44 };
	private static final String SURNAMES = "陈林黄张吴李王郑蔡苏许洪庄曾谢";
	private static final String GIVEN = "晓明丽华建国美珍志强秀英文辉雅婷";

	private final List<String> lines = new ArrayList<>();
	private long area;

	private Compound571() {
		for (int i = 0; i < DWELLINGS; i++) {
			dwelling(i);
		}
		for (int i = 0; i < SHOPS; i++) {
			line("1幢商铺" + (i + 1), "1幢", 45_00 + i * 1_25, "商铺", "已售", owner(10_000 + i / 2));
		}
		for (int i = 0; i < SPACES; i++) {
			space(i);
		}
	}

	/** The file as the housing office would send it. */
	public static String csv() {
		return HEADER + "\n" + String.join("\n", new Compound571().lines) + "\n";
	}

	/** Of all lines, in 0.01 m². */
	public static long area() {
		return new Compound571().area;
	}

	/** 1幢1单元101 for 0 to 8幢2单元1602 for 570. */
	public static String code(int dwelling) {
		int building = dwelling / 72 + 1;
		int door = dwelling % 72;
		return building + "幢" + (door / 36 + 1) + "单元" + (door % 36 / 2 + 1) + "0" + (door % 2 + 1);
	}

	private void dwelling(int i) {
		var building = i / 72 + 1 + "幢";
		if (i % 41 == 40) {
			line(code(i), building, AREAS[i % 4], "住宅", i % 82 == 81 ? "未交付" : "未售", ",,,,");
		} else if (i % 8 == 3) {
			line(code(i), building, AREAS[i % 4], "住宅", "已售", couple(i));
		} else {
			// every 50th owner has the next but one dwelling too
			line(code(i), building, AREAS[i % 4], "住宅", "已售", owner(i % 50 == 2 ? i - 2 : i));
		}
	}

	/** Of dwellings' owners, of two who have nothing else, and of the developer. */
	private void space(int i) {
		var sale = i < 5 ? "未售" : "已售";
		line("地下车位" + "%03d".formatted(i + 1), "地下室", 12_50, "车位", sale, i < 5 ? ",,,," : owner(i < 7 ? 20_000 + i : i * 5));
	}

	private void line(String code, String building, long metres, String use, String sale, String owners) {
		lines.add(String.join(",", code, building, SquareMetres.text(metres), use, sale, owners));
		area += metres;
	}

	private static String owner(int n) {
		return name(n) + "," + lastFour(n) + "," + phone(n) + "," + mail(n) + ",";
	}

	private static String couple(int n) {
		var other = n + 30_000;
		return name(n) + "、" + name(other) + "," + lastFour(n) + "、" + lastFour(other) + "," + phone(n) + "、" + phone(other) + ","
				+ mail(n) + "、," + (n % 3 == 0 ? name(other) : "");
	}

	private static String name(int n) {
		return "" + SURNAMES.charAt(n % SURNAMES.length()) + GIVEN.charAt(n / 15 % GIVEN.length()) + GIVEN.charAt(n / 240 % GIVEN.length());
	}

	private static String lastFour(int n) {
		return "%04d".formatted((n * 7 + 1234) % 10_000);
	}

	private static String phone(int n) {
		return "139%08d".formatted(n);
	}

	private static String mail(int n) {
		return "owner" + n + "@example.invalid";
	}
}
