package cn.cuobian.design.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.junit.jupiter.api.Test;

import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.engine.inspection.ModelFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What must hold whatever is compared. The sentences have tests of their own. */
class ComparisonTests {

	private static final List<ModelFile> SHIPPED = Shipped.all();
	private static final Pattern PLACE = Pattern.compile("\\b([xy])=\"(-?\\d+)\"");
	/** Something that means something: a name, a value, an expression, a text. */
	private static final Pattern SAID = Pattern.compile("(?:name|value|camunda:expression|label|\"label\"|\"maxLength\")(?:=|: )\"?([^\"<,]{2,})|<text>([^<]{2,})</text>");

	@Test
	void aBundleDoesNotDifferFromItself() {
		assertThat(SHIPPED).hasSizeGreaterThan(60);
		assertThat(Comparison.of(SHIPPED, SHIPPED)).isEmpty();
	}

	@Test
	void filesWrittenAnewByAnotherProgramSayTheSame() {
		var found = Comparison.of(SHIPPED, SHIPPED.stream().map(ComparisonTests::writtenAnew).toList());
		assertThat(found).hasSizeGreaterThan(60).allSatisfy(file -> {
			assertThat(file.changesTheProcedure()).as(file.path() + file.items()).isFalse();
			assertThat(file.items()).extracting(Item::title).containsExactly(Phrase.of("design.diff.rewritten"));
		});
	}

	private static ModelFile writtenAnew(ModelFile file) {
		try {
			if (file.name().endsWith(".form")) {
				var json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
				return new ModelFile(file.room(), file.name(), json.writeValueAsBytes(json.readValue(file.content(), Object.class)));
			}
			var factory = DocumentBuilderFactory.newDefaultNSInstance();
			var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.content()));
			document.getDocumentElement().setAttribute("exporter", "Another program");
			var writer = TransformerFactory.newDefaultInstance().newTransformer();
			writer.setOutputProperty(OutputKeys.INDENT, "yes");
			var out = new ByteArrayOutputStream();
			writer.transform(new DOMSource(document), new StreamResult(out));
			return new ModelFile(file.room(), file.name(), out.toByteArray());
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	@Property(tries = 60)
	void shapesMovedAnywhereAreNoChangeOfTheProcedure(@ForAll Random random) {
		var file = some(random, ".bpmn", ".dmn");
		var moved = text(file).lines().map(line -> PLACE.matcher(line).replaceAll(place -> place.group(1) + "=\"" + (Integer.parseInt(place.group(2)) + random.nextInt(400) + 1) + '"'))
				.collect(Collectors.joining("\n"));
		var found = Comparison.of(List.of(file), List.of(ModelFile.of(file.room(), file.name(), moved)));
		assertThat(found).hasSize(1);
		assertThat(found.get(0).mark()).isEqualTo(Mark.MOVED);
	}

	@Property(tries = 300)
	void whatMeansSomethingIsFoundAndTheOtherWayRoundItIsTheMirrorImage(@ForAll Random random) {
		var file = some(random, ".bpmn", ".dmn", ".form");
		var changed = changed(file, random);
		var there = Comparison.of(List.of(file), List.of(changed));
		var back = Comparison.of(List.of(changed), List.of(file));
		assertThat(there).as(file.path()).hasSize(1);
		assertThat(there.get(0).changesTheProcedure()).as(file.path()).isTrue();
		assertThat(marks(there, false)).containsExactlyInAnyOrderElementsOf(marks(back, true));
		assertThat(lines(there)).isEqualTo(lines(back));
	}

	@Test
	void aColumnOfTheTimeLimitsThatIsCalledOtherwiseIsOneChangeBothWays() {
		var limits = SHIPPED.stream().filter(file -> file.path().equals(Limits.PATH)).findFirst().orElseThrow();
		for (var column : List.of("place", "amount", "unit", "counting", "rungs", "extension", "source")) {
			var renamed = ModelFile.of(limits.room(), limits.name(), text(limits).replaceFirst(" name=\"" + column + "\"", " name=\"" + column + "9\""));
			assertThat(Comparison.of(List.of(limits), List.of(renamed)).get(0).items()).as(column).hasSize(1);
			assertThat(Comparison.of(List.of(renamed), List.of(limits)).get(0).items()).as(column).hasSize(1);
		}
	}

	/** Says one thing otherwise. */
	private static ModelFile changed(ModelFile file, Random random) {
		var text = text(file);
		var body = text.indexOf("<definitions") < 0 ? text.indexOf("components") : text.indexOf('>', text.indexOf("<definitions"));
		var said = SAID.matcher(text).results().filter(each -> each.start() > body).toList();
		var chosen = said.get(random.nextInt(said.size()));
		var group = chosen.group(1) == null ? 2 : 1;
		return ModelFile.of(file.room(), file.name(), text.substring(0, chosen.end(group)) + "9" + text.substring(chosen.end(group)));
	}

	@Property(tries = 60)
	void aStepTakenOutIsGoneAndTheOtherWayRoundItIsNew(@ForAll Random random) {
		var file = some(random, ".bpmn");
		var steps = Pattern.compile("(?s) *<(userTask|serviceTask|sequenceFlow|endEvent) id=\"([a-z_0-9]+)\"(?:[^>]*/>|.*?</\\1>)").matcher(text(file)).results().toList();
		var chosen = steps.get(random.nextInt(steps.size()));
		var without = ModelFile.of(file.room(), file.name(), text(file).replace(chosen.group(), ""));
		assertThat(of(Comparison.of(List.of(file), List.of(without)), Mark.REMOVED)).containsExactly(chosen.group(2));
		assertThat(of(Comparison.of(List.of(without), List.of(file)), Mark.ADDED)).containsExactly(chosen.group(2));
	}

	private static List<String> of(List<FileDifference> found, Mark mark) {
		return found.get(0).items().stream().filter(item -> item.mark() == mark).flatMap(item -> item.elements().stream()).toList();
	}

	@Test
	void whatCannotBeReadIsSaidToBeSo() {
		var broken = List.of(ModelFile.of("room", "a.bpmn", "<not closed"), ModelFile.of("room", "b.dmn", "x"), ModelFile.of("room", "c.form", "{"));
		var odd = List.of(ModelFile.of("room", "a.bpmn", "<x/>"), ModelFile.of("room", "b.dmn", "<x><decisionTable/></x>"), ModelFile.of("room", "c.form", "[1, {\"components\": 7}]"));
		assertThat(Comparison.of(broken, odd)).hasSize(3).allSatisfy(file -> assertThat(file.items()).extracting(Item::title).containsExactly(Phrase.of("design.diff.unreadable")));
		assertThat(Comparison.of(odd, List.of())).extracting(FileDifference::mark).containsOnly(Mark.REMOVED);
		assertThat(Comparison.of(List.of(ModelFile.of("room", "a.bpmn", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>")), odd)).isNotEmpty();
	}

	private static ModelFile some(Random random, String... endings) {
		var files = SHIPPED.stream().filter(file -> List.of(endings).stream().anyMatch(file.name()::endsWith)).toList();
		return files.get(random.nextInt(files.size()));
	}

	private static String text(ModelFile file) {
		return new String(file.content(), StandardCharsets.UTF_8);
	}

	private static List<String> marks(List<FileDifference> files, boolean mirrored) {
		List<String> marks = new ArrayList<>();
		files.forEach(file -> file.items().forEach(item -> marks.add((mirrored ? mirror(item.mark()) : item.mark()) + " " + item.elements())));
		return marks;
	}

	private static Mark mirror(Mark mark) {
		return mark == Mark.ADDED ? Mark.REMOVED : mark == Mark.REMOVED ? Mark.ADDED : mark;
	}

	private static int lines(List<FileDifference> files) {
		return files.stream().flatMap(file -> file.items().stream()).mapToInt(item -> item.lines().size()).sum();
	}
}
