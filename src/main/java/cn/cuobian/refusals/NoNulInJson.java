package cn.cuobian.refusals;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a character 0 in the JSON of a program, where it is written {@code \}{@code u0000}: it could not be kept as it was sent. */
@ControllerAdvice
class NoNulInJson extends RequestBodyAdviceAdapter {

	private static final String ESCAPED = "\\" + "u0000";

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) throws IOException {
		var sent = message.getHeaders().getContentType();
		return sent != null && sent.getSubtype().endsWith("json") ? new Watched(message.getHeaders(), new Watch(message.getBody())) : message;
	}

	private record Watched(HttpHeaders headers, InputStream body) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return body;
		}

		@Override
		public HttpHeaders getHeaders() {
			return headers;
		}
	}

	private static final class Watch extends FilterInputStream {

		/** So many characters of the escape were just read. */
		private int seen;

		Watch(InputStream body) {
			super(body);
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			look(read);
			return read;
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			int read = super.read(into, offset, length);
			for (int i = 0; i < read; i++) {
				look(into[offset + i]);
			}
			return read;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

		/** After a backslash anything but this escape ends it, also another backslash: that one is meant itself. */
		private void look(int read) {
			seen = read == ESCAPED.charAt(seen) ? seen + 1 : 0;
			if (seen == ESCAPED.length()) {
				throw new Refusal("refusals.nul").status(HttpStatus.BAD_REQUEST);
			}
		}
	}
}
