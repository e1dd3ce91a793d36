package cn.cuobian.refusals;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that is too long, has too many fields or is broken is the sender's mistake. The container finds that when somebody
 * first asks for a field, which may be any filter, and would call it our fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class UnreadableFormFilter extends OncePerRequestFilter {

	private final RefusalSender sender;

	UnreadableFormFilter(RefusalSender sender) {
		this.sender = sender;
	}

	/** With the status that the container would give. */
	static Refusal refusal(InvalidParameterException unreadable) {
		var status = HttpStatus.resolve(unreadable.getErrorCode());
		return RefusalAdvice.ofStatus(status == null || !status.is4xxClientError() ? HttpStatus.BAD_REQUEST : status);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		} catch (InvalidParameterException unreadable) {
			sender.send(refusal(unreadable), request, response);
		}
	}
}
