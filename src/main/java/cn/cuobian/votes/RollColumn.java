package cn.cuobian.votes;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a roll's file, by the names that sheets of housing offices give them. */
enum RollColumn {

	UNIT("房号", "房屋", "单元房号", "unit"), BUILDING("楼栋", "幢号", "栋号", "building"),
	AREA("面积", "建筑面积", "专有面积", "area"), USE("用途", "房屋用途", "use"), SALE("销售状态", "未售", "是否未售", "unsold"),
	OWNERS("业主", "业主姓名", "产权人", "owners"),
	LAST_FOUR("证件号后四位", "身份证后四位", "证件后四位", "id4"),
	PHONE("手机", "电话", "联系电话", "手机号", "phone"), MAIL("邮箱", "电子邮箱", "mail"),
	REPRESENTATIVE("业主代表", "投票代表", "representative"), IGNORED("序号", "备注", "no", "note");

	static final List<RollColumn> REQUIRED = List.of(UNIT, AREA, OWNERS);

	/** A longer title is no name of ours; finding the brackets in it would take the square of its length. */
	private static final int LONGEST_TITLE = 100;

	private final List<String> names;

	RollColumn(String... names) {
		this.names = List.of(names);
	}

	/** A unit of measure in brackets does not matter: 建筑面积（㎡）. */
	static Optional<RollColumn> of(String title) {
		if (title.length() > LONGEST_TITLE) {
			return Optional.empty();
		}
		var bare = Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("\\(.*\\)|\\s", "").toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(column -> column.names.contains(bare)).findFirst();
	}

	/** The names we use ourselves, in the order of the template. */
	static List<String> titles() {
		return Arrays.stream(values()).filter(column -> column != IGNORED).map(RollColumn::title).toList();
	}

	/** The name we use ourselves. */
	String title() {
		return names.get(0);
	}
}
