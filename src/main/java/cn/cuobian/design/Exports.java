package cn.cuobian.design;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import cn.cuobian.engine.inspection.ModelFile;

/** Hands plain files out, in one folder per bundle: what the desktop Modeler opens. */
final class Exports {

	private Exports() {
	}

	static byte[] zip(List<ModelFile> files) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			for (ModelFile file : files) {
				var entry = new ZipEntry(file.path());
				entry.setTime(0); // the same files are the same archive
				zip.putNextEntry(entry);
				zip.write(file.content());
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
