package cn.cuobian.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

@CuobianTest
class PlaceImportTests {

	private static final String HEADER = "code,parent,level,name_zh,name_en,households,buildings,residents,built,note,source\n";
	private static final String CITY = HEADER
			+ "imp,,prefecture,导入市,Import,,,,,,\nimp-c,imp,city,甲县,County A,,,,,,\n";

	@Autowired
	PlaceImport imports;
	@Autowired
	Places places;
	@Autowired
	SomePlaces some;
	@Autowired
	RefusalSentences sentences;

	@Test
	void makesTheBuildingsOfACompoundFromItsCount() {
		imports.apply(utf8(CITY + "imp-lx,imp-c,compound,灵秀,Lingxiu,571,8,1527,1997,\"one, two\",S0\n"));

		var compound = places.get("imp-lx");
		assertThat(compound).isEqualTo(new Place("imp-lx", "imp-c", Level.COMPOUND, "灵秀", "Lingxiu",
				"/imp/imp-c/imp-lx/", 571, 8, 1527, 1997, "one, two", "S0"));
		assertThat(places.children("imp-lx")).extracting(Place::code)
				.containsExactly("imp-lx-1", "imp-lx-2", "imp-lx-3", "imp-lx-4", "imp-lx-5", "imp-lx-6", "imp-lx-7", "imp-lx-8");
		assertThat(places.get("imp-lx-7").path()).isEqualTo("/imp/imp-c/imp-lx/imp-lx-7/");
		assertThat(places.fullNameOf("imp-lx-7", Locale.CHINA)).isEqualTo("灵秀7栋");
		assertThat(places.fullNameOf("imp-lx-7", Locale.ENGLISH)).isEqualTo("Lingxiu, Building 7");
		assertThat(places.lineage("imp-lx-7")).extracting(Place::code)
				.containsExactly("imp-lx-7", "imp-lx", "imp-c", "imp");
	}

	@Test
	void changesNothingWhenLoadedTwice() {
		var file = utf8(CITY + "imp-two,imp-c,compound,两次,Twice,,12,,,,\n");
		imports.apply(file);

		var again = imports.apply(file);

		assertThat(again.isEmpty()).isTrue();
		assertThat(again.unchanged()).isEqualTo(15);
		assertThat(places.children("imp-two")).hasSize(12).last().extracting(Place::code).isEqualTo("imp-two-12");
	}

	@Test
	void updatesAChangedName() {
		imports.apply(utf8(CITY + "imp-n,imp-c,compound,旧名,Old,,2,,,,\n"));

		var done = imports.apply(utf8(CITY + "imp-n,imp-c,compound,新名,New,,2,,,,\n"));

		assertThat(done.changed()).extracting(Place::nameZh).containsExactly("新名");
		assertThat(places.nameOf("imp-n", Locale.CHINA)).isEqualTo("新名");
		assertThat(places.children("imp-n")).hasSize(2);
	}

	@Test
	void readsAFileWithByteOrderMarkWindowsLineEndsOrChineseWindowsEncoding() {
		var text = CITY + "imp-e%1$s,imp-c,compound,宝源花园,Baoyuan,,,,,,\n";
		imports.apply(utf8("\uFEFF" + text.formatted("bom")));
		imports.apply(utf8(text.formatted("crlf").replace("\n", "\r\n")));
		imports.apply(text.formatted("gbk").getBytes(Charset.forName("GBK")));

		assertThat(List.of("imp-ebom", "imp-ecrlf", "imp-egbk")).extracting(code -> places.get(code).nameZh())
				.containsOnly("宝源花园");
	}

	@Test
	void namesEveryBadLineAndWritesNothing() {
		var preview = imports.preview(utf8(CITY + """
				bad-1,nowhere,compound,甲,A,,,,,,
				bad-2,imp-c,castle,乙,B,,,,,,
				Bad Code,imp-c,compound,丙,C,,,,,,
				bad-4,imp-c,compound,,D,,,,,,
				bad-5,imp-c,compound,戊,E,many,,,,,
				bad-6,imp-c,compound,己,F,,,,,,,,
				bad-7,imp-c,compound,庚,G,,
				bad-8,imp-c,compound,辛,H,,,,,,
				bad-8,imp-c,compound,壬,I,,,,,,
				bad-10,bad-8,city,癸,J,,,,,,
				bad-11,,city,子,K,,,,,,
				bad-12,imp-c,compound,丑,L,,501,,,,
				bad-13,bad-12,building,寅,M,,,,,,
				"""));

		assertThat(preview.errors()).extracting(LineError::line).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 12L, 13L, 14L, 15L);
		assertThat(preview.errors()).extracting(error -> error.refusal().rule()).containsExactly(
				"territory.unknown-parent", "territory.unknown-level", "territory.bad-code", "territory.name-missing",
				"territory.bad-number", "territory.column-count", "territory.column-count", "territory.duplicate-code",
				"territory.level-not-below", "territory.parent-missing", "territory.bad-number");
		assertThat(sentences.sentence(preview.errors().get(0).refusal(), Locale.CHINA))
				.isEqualTo("上级“nowhere”既不在表格里，也还没有导入。请先加上它，或改正编码。");
		assertThatThrownBy(() -> imports.apply(utf8(CITY + "bad-20,imp-c,compound,甲,A,,,,,,\nbad-21,nowhere,unit,乙,B,,,,,,\n")))
				.isInstanceOf(Refusal.class);
		assertThat(places.find("bad-20")).isEmpty();
	}

	@Test
	void refusesACycle() {
		var preview = imports.preview(utf8(HEADER
				+ "cyc-a,cyc-b,city,甲,A,,,,,,\ncyc-b,cyc-c,city,乙,B,,,,,,\ncyc-c,cyc-a,city,丙,C,,,,,,\n"));

		assertThat(preview.errors()).hasSize(3)
				.allSatisfy(error -> assertThat(error.refusal().rule()).isEqualTo("territory.cycle"));
	}

	@Test
	void doesNotMoveAPlaceThatIsAlreadyThere() {
		imports.apply(utf8(CITY + "imp-m,imp-c,compound,原处,Here,,,,,,\n"));

		var preview = imports.preview(utf8(CITY + "imp-m,imp,compound,原处,Here,,,,,,\n"));

		assertThat(preview.errors()).extracting(error -> error.refusal().rule()).containsExactly("territory.place-moved");
	}

	@Test
	void refusesAFileWithoutTheColumnsOrWithoutPlaces() {
		assertThat(rules("code,name_zh\n")).containsExactly("territory.column-missing", "territory.column-missing");
		assertThat(rules("code,parent,level,name_zh,colour\nx,,prefecture,甲,red\n"))
				.containsExactly("territory.column-unknown");
		assertThat(rules("")).containsExactly("territory.csv-empty");
		assertThat(rules(HEADER)).containsExactly("territory.csv-empty");
		assertThat(rules(HEADER + "x,,prefecture,\"甲")).isNotEmpty();
	}

	@Test
	void findsPlacesByCodeAndByNameInBothLanguages() {
		var branch = some.branch();
		var compound = places.get(branch.compound());

		assertThat(places.search(branch.building(), 5)).first().isEqualTo(places.get(branch.building()));
		assertThat(places.search(compound.nameZh() + "1栋", 5)).contains(places.get(branch.building()));
		assertThat(places.search(compound.nameEn().toUpperCase(Locale.ROOT), 5)).contains(compound);
		assertThat(places.search(" ", 5)).isEmpty();
		assertThat(places.search("栋", 2)).hasSize(2);
	}

	@Test
	void answersAnUnknownPlaceWithNotFound() {
		assertThatThrownBy(() -> places.get("no-such-place")).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.status().value()).isEqualTo(404));
	}

	private List<String> rules(String csv) {
		return imports.preview(utf8(csv)).errors().stream().map(error -> error.refusal().rule()).toList();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
