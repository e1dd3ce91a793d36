package cn.cuobian.refusals;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Something was asked that a rule forbids, or that cannot be understood. The rule has a name
 * ({@code matters.narrative-too-long}); the sentence for the reader stands in the messages under
 * {@code refusal.<rule>} and says what is wrong and what to do. Thrown before anything is written.
 */
public class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String rule;
	private final transient Object[] arguments;
	private HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
	private String field;
	private Duration comeAgain;
	private transient List<Refusal> parts = List.of();

	/** @param arguments fill the places {0}, {1}… of the sentence; they are shown to the reader */
	public Refusal(String rule, Object... arguments) {
		super(rule);
		this.rule = rule;
		this.arguments = arguments.clone();
	}

	/** The same answer for what does not exist and for what is not the reader's to see. */
	public static Refusal notFound() {
		return new Refusal("refusals.not-found").status(HttpStatus.NOT_FOUND);
	}

	/** @param field name of the form field or JSON member beside which the sentence is shown */
	public static Refusal onField(String field, String rule, Object... arguments) {
		var refusal = new Refusal(rule, arguments);
		refusal.field = field;
		return refusal;
	}

	/** Several refusals at once, so that a reader need not find his mistakes one by one. */
	public static Refusal several(List<Refusal> parts) {
		if (parts.size() == 1) {
			return parts.get(0);
		}
		var refusal = new Refusal("refusals.several", parts.size());
		refusal.parts = List.copyOf(parts);
		return refusal;
	}

	/** Answers with another status than 422. */
	public Refusal status(HttpStatus status) {
		this.status = status;
		return this;
	}

	/** Something that is needed is away for a while: answers with 503 and says when to come again. */
	public Refusal comeAgainAfter(Duration time) {
		status = HttpStatus.SERVICE_UNAVAILABLE;
		comeAgain = time;
		return this;
	}

	/** Puts it into the head of an answer, for whoever writes one himself. */
	public void sayWhenToCome(HttpServletResponse response) {
		if (comeAgain != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(comeAgain.toSeconds()));
		}
	}

	public String rule() {
		return rule;
	}

	public Object[] arguments() {
		return arguments == null ? new Object[0] : arguments.clone();
	}

	public HttpStatus status() {
		return status;
	}

	/** Null when the refusal is not about one field. */
	public String field() {
		return field;
	}

	/** The single refusals of {@link #several}; this one alone otherwise. */
	public List<Refusal> parts() {
		return parts == null || parts.isEmpty() ? List.of(this) : parts;
	}
}
