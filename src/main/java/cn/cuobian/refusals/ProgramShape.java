package cn.cuobian.refusals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A refusal in the shape that a program reads: an RFC 9457 problem, and to the desktop Camunda Modeler what an engine of
 * Camunda 7 would say, whose {@code message} it shows.
 */
record ProgramShape(HttpStatus status, MediaType type, Object body) {

	private static final String DESK = "/engine-rest";

	static boolean isAlwaysSpokenAt(String path) {
		return path.startsWith("/api/") || isOfTheDesk(path);
	}

	static boolean isOfTheDesk(String path) {
		return path.equals(DESK) || path.startsWith(DESK + "/");
	}

	static ProgramShape of(Refusal refusal, String path, RefusalSentences sentences, Locale locale) {
		return isOfTheDesk(path) ? ofAnEngine(refusal, sentences, locale)
				: new ProgramShape(refusal.status(), MediaType.APPLICATION_PROBLEM_JSON, sentences.problem(refusal, locale));
	}

	private static ProgramShape ofAnEngine(Refusal refusal, RefusalSentences sentences, Locale locale) {
		HttpStatus status = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT ? HttpStatus.BAD_REQUEST : refusal.status();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", type(status));
		body.put("message", said(refusal.parts(), sentences, locale));
		return new ProgramShape(status, MediaType.APPLICATION_JSON, body);
	}

	private static String said(List<Refusal> parts, RefusalSentences sentences, Locale locale) {
		return parts.stream().map(part -> sentences.sentence(part, locale)).collect(Collectors.joining("\n"));
	}

	private static String type(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "InvalidRequestException";
			case UNAUTHORIZED -> "AuthenticationException";
			case FORBIDDEN -> "AuthorizationException";
			case NOT_FOUND -> "NotFoundException";
			default -> "RestException";
		};
	}
}
