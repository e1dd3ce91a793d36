package cn.cuobian.refusals;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

import tools.jackson.databind.json.JsonMapper;

/** For filters, which stand before every controller advice: answers with a refusal and nothing else. */
@Component
public class RefusalSender {

	static final String ATTRIBUTE = Refusal.class.getName();

	private final RefusalSentences sentences;
	private final LocaleResolver locales;
	private final JsonMapper json;

	RefusalSender(RefusalSentences sentences, LocaleResolver locales, JsonMapper json) {
		this.sentences = sentences;
		this.locales = locales;
		this.json = json;
	}

	/** Writes the problem for programs at once; pages and fragments are drawn by the error dispatch. */
	public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!RefusalAnswer.isForPrograms(request.getRequestURI(), request)) {
			request.setAttribute(ATTRIBUTE, refusal);
			response.sendError(refusal.status().value());
			return;
		}
		var shape = ProgramShape.of(refusal, request.getRequestURI(), sentences, locales.resolveLocale(request));
		response.setStatus(shape.status().value());
		response.setContentType(shape.type().toString());
		response.setCharacterEncoding("UTF-8");
		json.writeValue(response.getWriter(), shape.body());
	}
}
