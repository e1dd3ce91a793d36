package cn.cuobian.people;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSender;

/** What happens to a request that may not pass, in the shape its sender understands. */
@Component
class Gate implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final RefusalSender sender;

	Gate(RefusalSender sender) {
		this.sender = sender;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
			throws IOException {
		if (ProgramDoors.isDeskAskedBy(request)) {
			response.addHeader("WWW-Authenticate", "Basic realm=\"cuobian\", charset=\"UTF-8\"");
			response.addHeader("WWW-Authenticate", "Bearer");
			sender.send(new Refusal(deskRule(unknown)).status(HttpStatus.UNAUTHORIZED), request, response);
		} else if (ProgramDoors.isAskedBy(request)) {
			response.setHeader("WWW-Authenticate", "Bearer");
			sender.send(new Refusal("refusals.http.401").status(HttpStatus.UNAUTHORIZED), request, response);
		} else if (isHtmx(request)) {
			// a redirect would be followed and the sign-in page swapped into the middle of another;
			// a page from which something was being sent stays, with what was typed in it
			if ("GET".equals(request.getMethod())) {
				response.setHeader("HX-Redirect", signInPage(request));
			}
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		} else {
			response.sendRedirect(request.getRequestedSessionId() == null ? request.getContextPath() + "/login" : signInPage(request));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		var oldPage = denied instanceof CsrfException;
		if (oldPage && isHtmx(request)) {
			response.setHeader("HX-Refresh", "true");
			response.setStatus(HttpStatus.FORBIDDEN.value());
		} else {
			sender.send(new Refusal(oldPage ? "people.page-too-old" : "refusals.http.403").status(HttpStatus.FORBIDDEN),
					request, response);
		}
	}

	private static String signInPage(HttpServletRequest request) {
		return request.getContextPath() + "/login?expired";
	}

	/** The drawing tool asks first without credentials, to see whether any are wanted. */
	private static String deskRule(AuthenticationException unknown) {
		if (unknown instanceof LockedException) {
			return "people.desk-locked";
		}
		return unknown instanceof BadCredentialsException ? "people.desk-wrong" : "people.desk-sign-in";
	}

	private static boolean isHtmx(HttpServletRequest request) {
		return "true".equals(request.getHeader("HX-Request"));
	}
}
