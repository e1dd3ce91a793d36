package cn.cuobian.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import cn.cuobian.refusals.Refusal;

/** Reads the columns {@code code,parent,level,name_zh,name_en,households,buildings,residents,built,note,source}. */
final class PlaceFile {

	private static final Set<String> REQUIRED = Set.of("code", "parent", "level", "name_zh");
	private static final Set<String> KNOWN = Set.of("code", "parent", "level", "name_zh", "name_en", "households",
			"buildings", "residents", "built", "note", "source");

	final List<PlaceLine> lines = new ArrayList<>();
	final List<LineError> errors = new ArrayList<>();
	/** Codes of lines that cannot be read: they exist, so lines below them are not blamed for them. */
	final Set<String> unreadable = new HashSet<>();

	private PlaceFile() {
	}

	static PlaceFile of(byte[] content) {
		var file = new PlaceFile();
		try (var records = CsvReader.builder().allowMissingFields(true).allowExtraFields(true)
				.ofCsvRecord(PlaceText.of(content))) {
			file.read(records);
		} catch (CsvParseException broken) {
			file.refuse(1, new Refusal("territory.csv-broken"));
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return file;
	}

	private void read(Iterable<CsvRecord> records) {
		List<String> header = null;
		for (var line : records) {
			if (header == null) {
				header = line.getFields().stream().map(String::strip).toList();
				checkHeader(header);
			} else if (errors.isEmpty() || errors.get(0).line() > 1) {
				readLine(line, header);
			}
		}
		if (lines.isEmpty() && errors.isEmpty()) {
			refuse(1, new Refusal("territory.csv-empty"));
		}
	}

	private void checkHeader(List<String> header) {
		REQUIRED.stream().sorted().filter(column -> !header.contains(column))
				.forEach(column -> refuse(1, new Refusal("territory.column-missing", column)));
		header.stream().filter(column -> !KNOWN.contains(column))
				.forEach(column -> refuse(1, new Refusal("territory.column-unknown", column)));
		if (Set.copyOf(header).size() < header.size()) {
			refuse(1, new Refusal("territory.column-twice"));
		}
	}

	private void readLine(CsvRecord line, List<String> header) {
		if (line.getFieldCount() != header.size()) {
			refuse(line.getStartingLineNumber(),
					new Refusal("territory.column-count", header.size(), line.getFieldCount()));
			return;
		}
		Map<String, String> values = new TreeMap<>();
		for (int i = 0; i < header.size(); i++) {
			values.put(header.get(i), line.getField(i).strip());
		}
		var cells = new PlaceCells(line.getStartingLineNumber(), values);
		cells.line().ifPresentOrElse(lines::add, () -> unreadable.add(values.get("code")));
		errors.addAll(cells.errors());
	}

	private void refuse(long line, Refusal refusal) {
		errors.add(new LineError(line, refusal));
	}
}
