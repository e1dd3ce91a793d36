package cn.cuobian.elections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.PlaceText;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * Reads a list of nominations (CSV, UTF-8 or GB18030) with the columns 姓名, 房号, 渠道 and, where there is something to say,
 * 联名户数, 党员, 同意公开 and 本人介绍, or their English names; further columns are left alone.
 */
final class NominationFile {

	/** Lines of one file. */
	static final int MOST_LINES = 5_000;

	private static final Map<String, String> TITLES = Map.of("name", "姓名", "unit", "房号", "way", "渠道", "proposers", "联名户数", "party",
			"党员", "publish", "同意公开", "statement", "本人介绍");
	private static final List<String> REQUIRED = List.of("name", "unit", "way");
	private static final Set<String> YES = Set.of("是", "√", "1", "Y", "y", "yes");
	private static final Map<Channel, List<String>> WRITTEN = Map.of(Channel.SELF, List.of("自荐", "self"), Channel.PARTY,
			List.of("党组织推荐", "党组织", "party"), Channel.OWNERS, List.of("业主联名", "联名", "owners"));

	private NominationFile() {
	}

	/** @throws Refusal if the file as a whole is not such a list */
	static List<NominationLine> read(byte[] content) {
		List<NominationLine> lines = new ArrayList<>();
		try (var records = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofNamedCsvRecord(PlaceText.of(content))) {
			for (NamedCsvRecord each : records) {
				requireColumns(each.getHeader());
				lines.add(new NominationLine(each.getStartingLineNumber(), wanted(each.getFieldsAsMap())));
				requireRoom(lines);
			}
		} catch (CsvParseException broken) {
			throw Refusal.onField("file", "elections.file-broken");
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		if (lines.isEmpty()) {
			throw Refusal.onField("file", "elections.file-empty");
		}
		return lines;
	}

	private static void requireColumns(List<String> header) {
		REQUIRED.stream().filter(column -> !header.contains(column) && !header.contains(TITLES.get(column))).findFirst().ifPresent(column -> {
			throw Refusal.onField("file", "elections.file-column", TITLES.get(column), column);
		});
	}

	private static void requireRoom(List<NominationLine> lines) {
		if (lines.size() > MOST_LINES) {
			throw Refusal.onField("file", "elections.too-many-names", MOST_LINES);
		}
	}

	private static NewCandidate wanted(Map<String, String> fields) {
		return new NewCandidate(channel(plain(fields, "way")), number(plain(fields, "proposers")), plain(fields, "name"), plain(fields, "unit"),
				plain(fields, "statement"), YES.contains(plain(fields, "party")), YES.contains(plain(fields, "publish")));
	}

	private static Channel channel(String written) {
		return Arrays.stream(Channel.values()).filter(channel -> WRITTEN.get(channel).contains(written)).findFirst().orElse(null);
	}

	private static int number(String written) {
		return written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
	}

	private static String plain(Map<String, String> fields, String column) {
		var written = fields.getOrDefault(TITLES.get(column), fields.getOrDefault(column, ""));
		return Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
	}
}
