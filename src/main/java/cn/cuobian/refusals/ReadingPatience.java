package cn.cuobian.refusals;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long a page may go on asking the database before its reader is told to come again: each answer may come within its own limit, and
 * fifty of them still too late (decision 0037). Only reading is broken off, and only while nothing of the answer has
 * left: a change is finished, and so is a file, which may take as long as it needs from the moment on at which the answer has its name. Around the filter of the sessions: their rows are asked for and written, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class ReadingPatience extends OncePerRequestFilter {

	private static final ThreadLocal<Reading> NOW = new ThreadLocal<>();

	private final Duration limit;

	ReadingPatience(@Value("${cuobian.page-limit}") Duration limit) {
		this.limit = limit;
	}

	/** @param until of {@link System#nanoTime()} */
	private record Reading(long until, HttpServletResponse answer) {
	}

	/** Whether what this thread reads has taken too long. */
	static boolean isOver() {
		var reading = NOW.get();
		return reading != null && System.nanoTime() - reading.until > 0 && !reading.answer.isCommitted()
				&& !reading.answer.containsHeader(HttpHeaders.CONTENT_DISPOSITION);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !UnansweredFilter.isReading(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		NOW.set(new Reading(System.nanoTime() + limit.toNanos(), response));
		try {
			chain.doFilter(request, response);
		} finally {
			NOW.remove();
		}
	}
}
