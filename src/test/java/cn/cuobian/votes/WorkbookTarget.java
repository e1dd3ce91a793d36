package cn.cuobian.votes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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

	/** A workbook of this sheet. */
	static byte[] with(byte[] sheet) {
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

	/** What is unpacked is a file: the library writes lengths where only a reader of the directory at its end looks. */
	private static Map<String, byte[]> parts() {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try {
			var file = Files.createTempFile("roll", ".xlsx");
			try (var book = new Workbook(Files.newOutputStream(file), "test", null)) {
				book.newWorksheet("名册").value(0, 0, "房号");
			}
			try (var zip = new ZipFile(file.toFile())) {
				for (var entry : Collections.list(zip.entries())) {
					parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
				}
			}
			Files.delete(file);
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return parts;
	}
}
