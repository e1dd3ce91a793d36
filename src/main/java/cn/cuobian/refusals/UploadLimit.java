package cn.cuobian.refusals;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads an upload before the security filters do: they look for the CSRF token among the parts, and a too large
 * part would show up there as a missing token instead of as what it is.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class UploadLimit extends OncePerRequestFilter {

	private final RefusalSender sender;

	UploadLimit(RefusalSender sender) {
		this.sender = sender;
	}

	/** At most ten files of 10 MB: {@code spring.servlet.multipart} in application.yaml. */
	static Refusal refusal() {
		return new Refusal("refusals.upload-too-large").status(HttpStatus.CONTENT_TOO_LARGE);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		var type = request.getContentType();
		if (ProgramShape.isOfTheDesk(request.getRequestURI().substring(request.getContextPath().length()))) {
			return true; // no CSRF token is looked for there: nothing is read before it is known who sends it
		}
		return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var refusal = problemOf(request);
		if (refusal.isEmpty()) {
			chain.doFilter(request, response);
		} else {
			sender.send(refusal.get(), request, response);
		}
	}

	private static Optional<Refusal> problemOf(HttpServletRequest request) {
		try {
			request.getParts();
			return Optional.empty();
		} catch (IllegalStateException tooLargeOrTooMany) {
			return Optional.of(refusal());
		} catch (ServletException | IOException garbled) {
			return Optional.of(RefusalAdvice.ofStatus(HttpStatus.BAD_REQUEST));
		}
	}
}
