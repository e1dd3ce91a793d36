package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GramsTests {

	private static boolean finds(String query, String text) {
		var grams = Grams.of(text);
		boolean candidate = grams.containsAll(Grams.needed(query));
		boolean match = Grams.matches(query, text);
		assertThat(candidate || !match).as("the index never hides a match").isTrue();
		return candidate && match;
	}

	@Test
	void findsAnySubstring() {
		assertThat(finds("漏水", "中庭长期不明原因漏水")).isTrue();
		assertThat(finds("不明原因", "中庭长期不明原因漏水")).isTrue();
		assertThat(finds("漏电", "中庭长期不明原因漏水")).isFalse();
	}

	@Test
	void findsOneCharacterEverywhere() {
		assertThat(finds("水", "中庭漏水")).isTrue();
		assertThat(finds("水", "水管")).isTrue();
		assertThat(finds("火", "水管")).isFalse();
	}

	@Test
	void allWordsMustBeThereInAnyOrder() {
		assertThat(finds("充电 棚", "想要电动车棚，没有地方充电")).isTrue();
		assertThat(finds("充电 停车", "没有地方充电")).isFalse();
	}

	@Test
	void widthCaseAndPunctuationDoNotMatter() {
		assertThat(finds("７栋", "7栋化粪池倒灌")).isTrue();
		assertThat(finds("LED", "园区 led 灯不亮")).isTrue();
		assertThat(finds("灯，不亮！", "路灯 不亮")).isTrue();
	}

	@Test
	void pairsThatStandApartAreNotASubstring() {
		assertThat(finds("消防管网", "消防 防管 管网")).isFalse();
	}

	@Test
	void rareCharactersOutsideTheBasicPlaneAreOneCharacter() {
		assertThat(finds("𠮷", "𠮷祥路积水")).isTrue();
		assertThat(finds("𠮷祥", "𠮷祥路积水")).isTrue();
	}

	@Test
	void nothingToFindIsNothingNeeded() {
		assertThat(Grams.needed("  ，。 ")).isEmpty();
	}

	@Test
	void similarTextsOverlap() {
		var leak = Grams.of("中庭长期漏水");
		assertThat(Grams.overlap(leak, Grams.of("中庭又漏水了"))).isGreaterThan(0.3);
		assertThat(Grams.overlap(leak, Grams.of("安装便民座椅"))).isLessThan(0.1);
		assertThat(Grams.overlap(leak, Grams.of(""))).isZero();
	}
}
