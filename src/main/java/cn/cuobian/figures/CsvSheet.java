package cn.cuobian.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import de.siegmar.fastcsv.writer.CsvWriter;

/** Comma-separated, with the mark by which Excel knows UTF-8. */
final class CsvSheet implements Sheet {

	private static final char BYTE_ORDER_MARK = '\uFEFF';
	private static final String BEGINS_A_FORMULA = "=+-@\t\r";

	private final CsvWriter csv;

	CsvSheet(OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		writer.write(BYTE_ORDER_MARK);
		csv = CsvWriter.builder().build(writer);
	}

	@Override
	public void line(Object... cells) {
		csv.writeRecord(Arrays.stream(cells).map(CsvSheet::cell).toList());
	}

	@Override
	public void close() throws IOException {
		csv.close();
	}

	/** Text that a spreadsheet would take for a formula begins with an apostrophe instead. */
	static String cell(Object value) {
		if (value == null) {
			return "";
		}
		String text = value.toString();
		boolean formula = !(value instanceof Number) && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}
}
