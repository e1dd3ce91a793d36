package cn.cuobian.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything, session and sign-in included: how long the server had each request, in milliseconds. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServerTimes extends OncePerRequestFilter {

	private final List<Double> times = new CopyOnWriteArrayList<>();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long start = System.nanoTime();
		try {
			chain.doFilter(request, response);
		} finally {
			times.add((System.nanoTime() - start) / 1e6);
		}
	}

	void forget() {
		times.clear();
	}

	double[] sorted() {
		return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}
}
