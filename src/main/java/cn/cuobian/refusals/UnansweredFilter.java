package cn.cuobian.refusals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import tools.jackson.databind.json.JsonMapper;

/**
 * Says so while the database does not answer, and when to come again. Outside of all but the number of the request: sessions
 * live in the database too, and so does all that the frame of a page asks; hence a page without a frame, and no further dispatch.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnansweredFilter extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(UnansweredFilter.class);
	private static final String AGAIN_SECONDS = "5";

	private final RefusalSentences sentences;
	private final LocaleResolver locales;
	private final ITemplateEngine templates;
	private final JsonMapper json;

	UnansweredFilter(RefusalSentences sentences, LocaleResolver locales, ITemplateEngine templates, JsonMapper json) {
		this.sentences = sentences;
		this.locales = locales;
		this.templates = templates;
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		} catch (IOException | ServletException | RuntimeException failure) {
			if (response.isCommitted() || !Unanswered.isWhy(failure)) {
				throw failure;
			}
			LOG.warn("The database did not answer {} {}", request.getMethod(), request.getRequestURI(), failure);
			answer(request, response);
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.resetBuffer();
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		if (RefusalAnswer.isForPrograms(request.getRequestURI(), request)) {
			program(request, response);
		} else {
			page(request, response);
		}
	}

	private void program(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var shape = ProgramShape.of(refusal(request), request.getRequestURI(), sentences, locales.resolveLocale(request));
		response.setContentType(shape.type().toString());
		json.writeValue(response.getWriter(), shape.body());
	}

	private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var locale = locales.resolveLocale(request);
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		templates.process("refusals/unanswered", new Context(locale, Map.of("sentence", sentences.sentence(refusal(request), locale),
				"language", locale.getLanguage(), "home", request.getContextPath() + "/", "again", isReading(request) ? request.getRequestURI() : "")),
				response.getWriter());
	}

	/** After a change nobody knows whether it was kept: the answer of the database may be what got lost. */
	private static Refusal refusal(HttpServletRequest request) {
		return new Refusal(isReading(request) ? "refusals.http.503" : "refusals.unanswered-change").status(HttpStatus.SERVICE_UNAVAILABLE);
	}

	static boolean isReading(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}
}
