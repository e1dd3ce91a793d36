package cn.cuobian.figures;

import java.io.IOException;
import java.io.OutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook; text is written as text, so that nothing in it is ever calculated. */
final class XlsxSheet implements Sheet {

	/** Rows a sheet can hold. */
	private static final int FULL = 1_048_576;
	private static final int FLUSHED_AFTER = 1_000;

	private final OutputStream out;
	private final Workbook book;
	private Worksheet sheet;
	private int sheets;
	private int row;

	XlsxSheet(OutputStream out) {
		this.out = out;
		book = new Workbook(out, "Cuobian", null);
		begin();
	}

	@Override
	public void line(Object... cells) throws IOException {
		if (row == FULL) {
			sheet.finish();
			begin();
		}
		for (int column = 0; column < cells.length; column++) {
			write(column, cells[column]);
		}
		row++;
		if (row % FLUSHED_AFTER == 0) {
			sheet.flush();
		}
	}

	@Override
	public void close() throws IOException {
		book.close();
		out.flush();
	}

	private void begin() {
		sheets++;
		sheet = book.newWorksheet("Cuobian " + sheets);
		row = 0;
	}

	private void write(int column, Object value) {
		if (value instanceof Number number) {
			sheet.value(row, column, number);
		} else if (value != null) {
			sheet.inlineString(row, column, value.toString());
		}
	}
}
