package cn.cuobian.faults;

import static cn.cuobian.faults.Fuzzed.fields;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What F14 hands inputs to, and what it begins with: what the house really holds, and what tests of the same code write. */
enum FuzzTarget {

	DRAWING("engine.camunda.DrawingTarget", "drawings, through the guard and the engine's parser", () -> files(".bpmn")),
	TABLE("engine.camunda.TableTarget", "decision tables, through the guard and the engine's parser", () -> files(".dmn")),
	FORM_FILE("engine.camunda.FormFileTarget", "forms, through the guard, and their conditions", () -> files(".form")),
	EXPRESSION("engine.camunda.ExpressionTarget", "expressions of drawings, walked, then evaluated", () -> Stream.concat(pieces(".bpmn", "[$#]\\{[^}]*}"),
			Stream.of("${decision == 'raise' && !urgent}", "${empty part ? 1 : part + 1}", "第 ${part} 份", "${triage.tier eq 'hall'}", "${departments[0]}",
					"#{execution.hasVariable('a')}", "${''.getClass().forName('x')}", "${f:x(1.5e3, -2 % 3)}", "price is $5"))),
	FEEL("engine.camunda.FeelTarget", "FEEL of forms and tables", () -> Stream.of(pieces(".dmn", "(?<=<text>)[^<]+"), pieces(".form", "(?<=\"hide\": \"=)[^,}\n]+(?=\")").map(hide -> hide.replace("\\\"", "\"")),
			Stream.of("if hours > 1 then agreed else not(agreed)", "contains(decision, \"a\\\"b\")", "list contains(asked, \"fire\")", "[1..2], date(\"2026-11-22\")",
					"duration(\"P3D\") < duration(\"P1M\")", "hours between 1 and 3", "((((1 = 1))))", "\"" + "x".repeat(2000) + "\""))
			.flatMap(each -> each)),
	FORM("forms.FormTarget", "forms with answers", () -> Stream.concat(files(".form"), Stream.of("text", "textfield", "textarea", "number", "checkbox", "datetime")
			.map(type -> "{\"components\":[{\"type\":\"%s\",\"key\":\"a\",\"label\":\"x\",\"subtype\":\"datetime\",\"validate\":{\"max\":9,\"maxLength\":3,\"validationType\":\"email\"}}]}"
					.formatted(type))).flatMap(form -> Stream.of("{\"a\":\"2026-11-22T09:00+08:00\"}", "{\"a\":[1,true,null]}").map(answers -> fields(form, answers)))),
	ROLL("votes.RollTarget", "sheets of owners", () -> Stream.of(file("docs/samples/roll.csv"),
			"房号,面积,用途,销售状态,业主,证件号后四位,手机,邮箱,业主代表\n3幢2单元501,89.5,住宅,已售,张三、李四,1234、567X,13900000001、0595-88001234,a@example.cn、,李四\n",
			"序号,房 号,建筑面积（㎡）,业主姓名,联系电话\n1,３幢５０１,\"1,089.50\",张三,139 0000 0001\n合计,,1089.5,,\n")),
	WORKBOOK("votes.WorkbookTarget", "the same as a workbook", () -> Stream.of("""
			<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>房号</t></is></c>\
			<c r="B1" t="s"><v>0</v></c><c r="C1" t="str"><v>面积</v></c><c r="D1" t="str"><v>业主</v></c></row><row r="2"><c r="A2" t="str"><v>1幢101</v></c>\
			<c r="C2"><v>89.099999999999994</v></c><c r="D2" t="str"><f>A1</f><v>1.39E10</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>""")),
	PLACES("territory.PlacesTarget", "lists of places", () -> Stream.of(file("src/main/resources/twin/places.csv"), file("src/main/resources/demo/places.csv"))),
	LIST("matters.ListTarget", "lists of matters", () -> Stream.of(file("src/main/resources/demo/matters.csv"), file("src/main/resources/demo/disputes.csv"))),
	CALENDAR("clocks.CalendarTarget", "notices of days off", () -> Stream.of(
			"{\"year\":2026,\"papers\":[\"https://example.org\"],\"days\":[{\"name\":\"元旦\",\"date\":\"2026-01-01\",\"isOffDay\":true},{\"name\":\"\",\"date\":\"2026-01-04\",\"isOffDay\":false}]}")),
	REPORT("matters.ReportTarget", "reports", () -> Stream.of(
			fields("lingxiu", "7栋", "2", "drainage", "", "楼道漏水。已经三天了！", "张三", "+86 13900000001", "a@example.org", "2026-11"),
			fields("lingxiu", "", "", "drainage", "漏水\n", "🏚️漏".repeat(40), "", "", "", ""))),
	RECORD("matters.RecordTarget", "lines of a record, one character apart", () -> Stream.of("\u0000a\u0000\u0003\u0000N\u0000O\u0000{\u0000\"\u0000n\u0000\"\u0000}\u0000?\u0000-")),
	MAIL("messages.MailTarget", "mails", () -> Stream.of(fields("新任务\r\nBcc: a@example.org", "<b>漏水</b>", "https://cuobian.example.org/tasks/1", "[[${7*7}]]", "a@example.org"),
			fields("a", "b", "c", "d", "\"张三\" <zhang@example.org>")));

	private static final List<String> FOLDERS = List.of("bpmn", "forms", "src/main/resources/design/blank", "src/test/resources/bpmn", "src/test/resources/forms",
			"src/test/resources/interchange");

	final String type;
	/** For the page of findings. */
	final String words;
	private final Supplier<Stream<String>> seeds;

	FuzzTarget(String type, String words, Supplier<Stream<String>> seeds) {
		this.type = "cn.cuobian." + type;
		this.words = words;
		this.seeds = seeds;
	}

	List<String> seeds() {
		return seeds.get().distinct().toList();
	}

	private static Stream<String> files(String ending) {
		return FOLDERS.stream().flatMap(folder -> {
			try (var paths = Files.walk(Path.of(folder))) {
				return paths.filter(path -> path.toString().endsWith(ending)).map(path -> file(path.toString())).toList().stream();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	private static Stream<String> pieces(String ending, String pattern) {
		return files(ending).flatMap(file -> Pattern.compile(pattern).matcher(file).results().map(MatchResult::group));
	}

	private static String file(String path) {
		try {
			return Files.readString(Path.of(path));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
