package cn.cuobian.votes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.PlaceText;

/** Reads an uploaded table, CSV or the first sheet of an Excel workbook, into lines of plain text. */
final class RollTable {

	/** No compound has more units. */
	static final int MOST_LINES = 100_000;

	private RollTable() {
	}

	/** @throws Refusal if it is no table, or longer than any roll */
	static List<TableLine> read(byte[] content) {
		var lines = RollWorkbook.isWorkbook(content) ? RollWorkbook.read(content) : csv(content);
		return lines.stream().filter(line -> !line.isBlank()).toList();
	}

	/** Full-width digits and letters as Chinese sheets mix them become plain ones. */
	static String plain(String cell) {
		return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
	}

	static void requireRoom(List<TableLine> lines) {
		if (lines.size() > MOST_LINES) {
			throw new Refusal("votes.roll-file-too-long", String.valueOf(MOST_LINES));
		}
	}

	private static List<TableLine> csv(byte[] content) {
		List<TableLine> lines = new ArrayList<>();
		try (var records = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(PlaceText.of(content))) {
			for (var record : records) {
				lines.add(new TableLine(record.getStartingLineNumber(), record.getFields().stream().map(RollTable::plain).toList()));
				requireRoom(lines);
			}
		} catch (CsvParseException broken) {
			throw new Refusal("votes.roll-file-broken");
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return lines;
	}
}
