package cn.cuobian.matters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.PlaceText;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * Reads the columns {@code ref,compound,building,title_zh,category,scale}; further columns are left alone. UTF-8 with or
 * without a byte order mark, or GB18030.
 */
final class ListFile {

	/** Lines of one file. */
	static final int MAX_LINES = 2_000;

	private static final List<String> REQUIRED = List.of("ref", "compound", "building", "title_zh", "category", "scale");

	private ListFile() {
	}

	/** @throws Refusal if the file as a whole is not such a list */
	static List<ListLine> read(byte[] content) {
		List<ListLine> lines = new ArrayList<>();
		try (var records = CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(PlaceText.of(content))) {
			for (NamedCsvRecord each : records) {
				requireColumns(each.getHeader());
				lines.add(line(each));
				if (lines.size() > MAX_LINES) {
					throw new Refusal("matters.list-too-long", MAX_LINES);
				}
			}
		} catch (CsvParseException broken) {
			throw new Refusal("matters.list-broken");
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		if (lines.isEmpty()) {
			throw new Refusal("matters.list-empty");
		}
		return lines;
	}

	private static void requireColumns(List<String> header) {
		REQUIRED.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
			throw new Refusal("matters.list-column", column);
		});
	}

	private static ListLine line(NamedCsvRecord each) {
		Map<String, String> fields = each.getFieldsAsMap();
		return new ListLine(each.getStartingLineNumber(), text(fields, "ref"), text(fields, "compound"),
				text(fields, "building"), text(fields, "title_zh"), text(fields, "category"), text(fields, "scale"), null, null);
	}

	private static String text(Map<String, String> fields, String column) {
		return fields.getOrDefault(column, "").strip();
	}
}
