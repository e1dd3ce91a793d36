package cn.cuobian.people;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSender;

/**
 * Sixty attempts to sign in per address and minute: an office behind one address signs in, a guesser does not get far.
 * A drawing tool that sends its credentials with each request signs in each time.
 */
class SignInThrottle extends OncePerRequestFilter {

	private static final int ATTEMPTS = 60;
	private static final int ADDRESSES = 10_000;

	private final RefusalSender sender;
	private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > ADDRESSES;
		}
	});

	SignInThrottle(RefusalSender sender) {
		this.sender = sender;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return ProgramDoors.isDeskAskedBy(request) ? request.getHeader("Authorization") == null
				: !"POST".equals(request.getMethod()) || !request.getRequestURI().equals(request.getContextPath() + "/login");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (buckets.computeIfAbsent(request.getRemoteAddr(), address -> bucket()).tryConsume(1)) {
			chain.doFilter(request, response);
		} else {
			sender.send(new Refusal("refusals.http.429").status(HttpStatus.TOO_MANY_REQUESTS), request, response);
		}
	}

	private static Bucket bucket() {
		return Bucket.builder().addLimit(limit -> limit.capacity(ATTEMPTS).refillGreedy(ATTEMPTS, Duration.ofMinutes(1)))
				.build();
	}
}
