package cn.cuobian.refusals;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * PostgreSQL keeps no character 0 and refuses a whole statement for it, and H2 would keep it until the house is to move. Nobody
 * types or sees one, so what forms and addresses bring is read without it. Programs are told: {@link NoNulInJson}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class NoNulFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Read(request), response);
	}

	private static final class Read extends HttpServletRequestWrapper {

		Read(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getParameter(String name) {
			return without(super.getParameter(name));
		}

		@Override
		public String[] getParameterValues(String name) {
			return without(super.getParameterValues(name));
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> read = new LinkedHashMap<>();
			super.getParameterMap().forEach((name, values) -> read.put(name, without(values)));
			return read;
		}

		private static String[] without(String[] values) {
			return values == null ? null : Arrays.stream(values).map(Read::without).toArray(String[]::new);
		}

		private static String without(String value) {
			return value == null ? null : value.replace("\0", "");
		}
	}
}
