package cn.cuobian.refusals;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a program may send at once: the container limits forms and uploads, but would read a JSON text without end
 * into memory. A report carries up to ten photos of 10 MB in base 64, which makes 134 MB; a drawing tool sends a bundle's
 * files of 1 MB; all else is words.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class ApiBodyLimit extends OncePerRequestFilter {

	private static final String API = "/api/v1/";
	private static final String REPORTS = "/api/v1/matters";

	private final RefusalSender sender;
	private final DataSize words;
	private final DataSize report;
	private final DataSize bundle;

	ApiBodyLimit(RefusalSender sender, @Value("${cuobian.api.largest-body:2MB}") DataSize words,
			@Value("${cuobian.api.largest-report:140MB}") DataSize report,
			@Value("${cuobian.api.largest-bundle:12MB}") DataSize bundle) {
		this.sender = sender;
		this.words = words;
		this.report = report;
		this.bundle = bundle;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !path(request).startsWith(API) && !ProgramShape.isOfTheDesk(path(request));
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var most = most(path(request));
		if (isPartsOfUnknownLength(request)) {
			sender.send(new Refusal("refusals.length-unknown").status(HttpStatus.LENGTH_REQUIRED), request, response);
		} else if (request.getContentLengthLong() > most.toBytes()) {
			sender.send(tooLarge(most), request, response);
		} else {
			chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, most) : request, response);
		}
	}

	private DataSize most(String path) {
		return ProgramShape.isOfTheDesk(path) ? bundle : path.equals(REPORTS) ? report : words;
	}

	/** The container reads parts past our count. */
	private static boolean isPartsOfUnknownLength(HttpServletRequest request) {
		return request.getContentLengthLong() < 0 && String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

	private static Refusal tooLarge(DataSize most) {
		return new Refusal("refusals.body-too-large", most.toMegabytes()).status(HttpStatus.CONTENT_TOO_LARGE);
	}

	/** A body that does not say how long it is. */
	private static final class Counted extends HttpServletRequestWrapper {

		private final DataSize most;
		private ServletInputStream counted;

		Counted(HttpServletRequest request, DataSize most) {
			super(request);
			this.most = most;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (counted == null) {
				counted = new CountedStream(super.getInputStream(), most);
			}
			return counted;
		}
	}

	private static final class CountedStream extends ServletInputStream {

		private final ServletInputStream body;
		private final DataSize most;
		private long left;

		CountedStream(ServletInputStream body, DataSize most) {
			this.body = body;
			this.most = most;
			this.left = most.toBytes();
		}

		@Override
		public int read() throws IOException {
			int read = body.read();
			count(read < 0 ? 0 : 1);
			return read;
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			int read = body.read(into, offset, length);
			count(read);
			return read;
		}

		private void count(int read) {
			left -= Math.max(0, read);
			if (left < 0) {
				throw tooLarge(most);
			}
		}

		@Override
		public boolean isFinished() {
			return body.isFinished();
		}

		@Override
		public boolean isReady() {
			return body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			body.setReadListener(listener);
		}
	}
}
