package cn.cuobian.territory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of an uploaded file: UTF-8 with or without a byte order mark, else GB18030 as Chinese Excel saves it. */
public final class PlaceText {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private PlaceText() {
	}

	public static String of(byte[] content) {
		var text = decoded(content);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static String decoded(byte[] content) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		} catch (CharacterCodingException notUtf8) {
			return new String(content, GB18030);
		}
	}
}
