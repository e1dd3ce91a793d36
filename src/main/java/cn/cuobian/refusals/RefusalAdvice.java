package cn.cuobian.refusals;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

import cn.cuobian.instruments.Trace;

/** Turns every exception of a controller into a sentence; a stack trace reaches the log and nobody's screen. */
@ControllerAdvice
class RefusalAdvice {

	private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

	private final RefusalAnswer answer;

	RefusalAdvice(RefusalAnswer answer) {
		this.answer = answer;
	}

	@ExceptionHandler
	Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
		refusal.sayWhenToCome(response);
		return refused(refusal, request, locale);
	}

	private Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
		return answer.of(refusal, request.getRequestURI(), request, locale);
	}

	@ExceptionHandler
	Object tooLarge(MultipartException exception, HttpServletRequest request, Locale locale) {
		return refused(UploadLimit.refusal(), request, locale);
	}

	@ExceptionHandler
	Object unreadable(InvalidParameterException exception, HttpServletRequest request, Locale locale) {
		return refused(UnreadableFormFilter.refusal(exception), request, locale);
	}

	@ExceptionHandler({ TypeMismatchException.class, HttpMessageNotReadableException.class })
	Object unreadable(Exception exception, HttpServletRequest request, Locale locale) {
		return refused(said(exception), request, locale);
	}

	/** What reading the body was refused for, however deep the reader wrapped it. */
	private static Refusal said(Throwable exception) {
		for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return refusal;
			}
		}
		return ofStatus(HttpStatus.BAD_REQUEST);
	}

	@ExceptionHandler
	Object unbindable(BindException exception, HttpServletRequest request, Locale locale) {
		List<Refusal> parts = exception.getFieldErrors().stream().map(RefusalAdvice::ofField).toList();
		var refusal = parts.isEmpty() ? ofStatus(HttpStatus.BAD_REQUEST) : Refusal.several(parts);
		return refused(refusal.status(HttpStatus.BAD_REQUEST), request, locale);
	}

	/** Who asked has gone, in the middle of an answer that lasts: there is nobody to tell, and nothing is wrong here. */
	@ExceptionHandler({ AsyncRequestNotUsableException.class, ClientAbortException.class })
	void gone() {
		LOG.debug("A browser went away in the middle of an answer");
	}

	/** Security's own exceptions go on to its filter, a silent database to ours, Spring's carry a status, all others are our fault. */
	@ExceptionHandler
	Object unexpected(Exception exception, HttpServletRequest request, Locale locale) throws Exception {
		if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException || Unanswered.isWhy(exception)) {
			throw exception;
		}
		if (exception instanceof ErrorResponse response) {
			return refused(ofStatus(HttpStatus.valueOf(response.getStatusCode().value())), request, locale);
		}
		var reference = Trace.current().orElse("-");
		LOG.error("Unexpected, reference {}", reference, exception);
		return refused(new Refusal("refusals.http.500", reference).status(HttpStatus.INTERNAL_SERVER_ERROR),
				request, locale);
	}

	/** The general sentence for a status, for what has no rule of its own. */
	static Refusal ofStatus(HttpStatus status) {
		var known = switch (status) {
			case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, CONFLICT, CONTENT_TOO_LARGE,
				UNSUPPORTED_MEDIA_TYPE, TOO_MANY_REQUESTS -> "refusals.http." + status.value();
			case NOT_FOUND -> "refusals.not-found";
			default -> status.is4xxClientError() ? "refusals.http.400" : "refusals.http.500";
		};
		return new Refusal(known, "-").status(status);
	}

	private static Refusal ofField(FieldError error) {
		return Refusal.onField(error.getField(), "refusals.field", error.getField());
	}
}
