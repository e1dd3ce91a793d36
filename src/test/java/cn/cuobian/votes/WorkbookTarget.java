package cn.cuobian.votes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;

import cn.cuobian.faults.Fuzzed;

/** F14: the XML of a sheet within a workbook that is whole otherwise. */
public final class WorkbookTarget {

	private static final String SHEET = "xl/worksheets/sheet1.xml";
	private static final Map<String, byte[]> PARTS = parts();

	private WorkbookTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		var workbook = with(input);
		Fuzzed.hand(() -> RollTarget.preview(workbook));
	}

	private static byte[] with(byte[] sheet) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			zip.setLevel(0);
			for (var part : PARTS.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getKey().equals(SHEET) ? sheet : part.getValue());
			}
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	private static Map<String, byte[]> parts() {
		var bytes = new ByteArrayOutputStream();
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try (var book = new Workbook(bytes, "test", null)) {
			book.newWorksheet("名册").value(0, 0, "房号");
			book.finish();
			var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return parts;
	}
}
