package cn.cuobian.design;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import cn.cuobian.design.DesktopModeler.Answer;

/** Reads one HTTP answer from a socket: with a length, or in chunks. */
final class AnswerReader {

	private final InputStream in;

	AnswerReader(InputStream in) {
		this.in = in;
	}

	Answer read() throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		var headers = new StringBuilder();
		int length = 0;
		boolean chunked = false;
		for (String line = line(); !line.isEmpty(); line = line()) {
			headers.append(line).append('\n');
			String lower = line.toLowerCase();
			length = lower.startsWith("content-length:") ? Integer.parseInt(lower.substring(15).strip()) : length;
			chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
		}
		byte[] body = chunked ? chunks() : in.readNBytes(length);
		return new Answer(status, headers.toString(), new String(body, StandardCharsets.UTF_8));
	}

	private byte[] chunks() throws IOException {
		var body = new ByteArrayOutputStream();
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			body.writeBytes(in.readNBytes(size));
			line();
		}
		line();
		return body.toByteArray();
	}

	private String line() throws IOException {
		var line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("the answer ended in the middle of a line");
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.ISO_8859_1).strip();
	}
}
