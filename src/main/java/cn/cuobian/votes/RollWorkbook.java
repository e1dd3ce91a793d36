package cn.cuobian.votes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

import cn.cuobian.refusals.Refusal;

/** The first sheet of an Excel workbook as text. Formulas are not calculated: what Excel stored beside them is read. */
final class RollWorkbook {

	/** What 100,000 lines unpack to, several times over; beyond it lies a bomb. */
	private static final long MOST_BYTES = 300_000_000;
	private static final int MOST_COLUMNS = 60;
	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
	/** Where a cell may be, as Excel writes it: its last column is XFD. The library makes room for whatever column a cell names, and a node whose memory is full ends. */
	private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}\\d{1,7}");
	/** The parser of the library, so that both stop at the same fault. */
	private static final XMLInputFactory PARSER = new InputFactoryImpl();
	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	static {
		PARSER.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		PARSER.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private RollWorkbook() {
	}

	static boolean isWorkbook(byte[] content) {
		return content.length > ZIP.length && List.of(0, 1, 2, 3).stream().allMatch(i -> content[i] == ZIP[i]);
	}

	static List<TableLine> read(byte[] content) {
		try {
			requireHarmless(content);
			return lines(content);
		} catch (Refusal refused) {
			throw refused;
		} catch (IOException | XMLStreamException | RuntimeException broken) {
			throw new Refusal("votes.roll-file-broken");
		}
	}

	/** @throws XMLStreamException of broken characters, which the library lets through without saying so; of other faults it throws what its parts throw */
	private static List<TableLine> lines(byte[] content) throws IOException, XMLStreamException {
		List<TableLine> lines = new ArrayList<>();
		try (var book = new ReadableWorkbook(new ByteArrayInputStream(content)); var rows = book.getFirstSheet().openStream()) {
			for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
				var row = each.next();
				lines.add(new TableLine(row.getRowNum(), cells(row)));
				RollTable.requireRoom(lines);
			}
		}
		return lines;
	}

	private static List<String> cells(Row row) {
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
			cells.add(row.getOptionalCell(i).map(cell -> RollTable.plain(text(cell))).orElse(""));
		}
		return cells;
	}

	private static String text(Cell cell) {
		var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
		return cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA ? number(raw) : cell.getText();
	}

	/** Excel writes 89.1 as 89.099999999999994; the shortest number with the same bits is what was typed. */
	static String number(String raw) {
		double typed = NUMBER.matcher(raw).matches() ? Double.parseDouble(raw) : Double.NaN;
		return Double.isFinite(typed) ? new BigDecimal(Double.toString(typed)).stripTrailingZeros().toPlainString() : raw;
	}

	/** Unpacked to be measured and thrown away: what the file says about its own sizes proves nothing. */
	private static void requireHarmless(byte[] content) throws IOException {
		long bytes = 0;
		try (var zip = ZipFile.builder().setByteArray(content).get()) {
			for (var entry : Collections.list(zip.getEntries())) {
				bytes += unpacked(zip.getInputStream(entry), MOST_BYTES - bytes);
				if (bytes > MOST_BYTES) {
					throw new Refusal("votes.roll-file-too-long", String.valueOf(RollTable.MOST_LINES));
				}
				requirePlacesOfCells(zip.getInputStream(entry));
			}
		}
	}

	/** A part that is no XML, or broken, is read up to there and no further, as the library does. */
	private static void requirePlacesOfCells(InputStream entry) throws IOException {
		try {
			var part = PARSER.createXMLStreamReader(entry);
			while (part.hasNext()) {
				if (part.next() == XMLStreamConstants.START_ELEMENT && part.getLocalName().equals("c")) {
					requirePlace(part.getAttributeValue(null, "r"));
				}
			}
		} catch (XMLStreamException noXml) {
			return;
		}
	}

	private static void requirePlace(String place) {
		if (place != null && !PLACE.matcher(place).matches()) {
			throw new Refusal("votes.roll-file-broken");
		}
	}

	/** Reads on until the end, or a little further than allowed. */
	private static long unpacked(InputStream entry, long allowed) throws IOException {
		var buffer = new byte[8192];
		long bytes = 0;
		for (int read = entry.read(buffer); read >= 0 && bytes <= allowed; read = entry.read(buffer)) {
			bytes += read;
		}
		return bytes;
	}
}
