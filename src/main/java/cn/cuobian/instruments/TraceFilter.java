package cn.cuobian.instruments;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its number, before anything that may log; the answer bears it, so that who asked can name it. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

	private static final String HEADER = "Trace-Id";
	private static final String KNOWN = TraceFilter.class.getName() + ".id";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var id = request.getAttribute(KNOWN) instanceof String known ? known : Trace.of(request.getHeader("traceparent"));
		request.setAttribute(KNOWN, id);
		response.setHeader(HEADER, id);
		MDC.put(Trace.ID, id);
		try {
			chain.doFilter(request, response);
		} finally {
			Trace.forget();
		}
	}

	/** The page that says what went wrong says under which number. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}
}
