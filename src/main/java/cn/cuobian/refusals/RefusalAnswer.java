package cn.cuobian.refusals;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.instruments.Trace;

/** Chooses the shape of a refusal: JSON for programs, a fragment for htmx, else a page. */
@Component
class RefusalAnswer {

	private final RefusalSentences sentences;

	RefusalAnswer(RefusalSentences sentences) {
		this.sentences = sentences;
	}

	Object of(Refusal refusal, String path, HttpServletRequest request, Locale locale) {
		if (isForPrograms(path, request)) {
			var shape = ProgramShape.of(refusal, path, sentences, locale);
			return ResponseEntity.status(shape.status()).contentType(shape.type()).body(shape.body());
		}
		return page(refusal, request, locale);
	}

	static boolean isForPrograms(String path, HttpServletRequest request) {
		if (ProgramShape.isAlwaysSpokenAt(path)) {
			return true;
		}
		var accept = request.getHeader("Accept");
		return accept != null && accept.contains("json") && !accept.contains("text/html");
	}

	private ModelAndView page(Refusal refusal, HttpServletRequest request, Locale locale) {
		var htmx = "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
		var view = new ModelAndView(htmx ? "refusals/fragment :: refusal" : pageOf(refusal));
		view.setStatus(refusal.status());
		view.addObject("sentence", sentences.sentence(refusal, locale));
		view.addObject("trace", Trace.current().orElse(null));
		view.addObject("details", refusal.parts().stream().filter(part -> part != refusal)
				.map(part -> sentences.sentence(part, locale)).toList());
		return view;
	}

	private static String pageOf(Refusal refusal) {
		return switch (refusal.status()) {
			case FORBIDDEN, NOT_FOUND, CONFLICT, TOO_MANY_REQUESTS, INTERNAL_SERVER_ERROR -> "error/" + refusal.status().value();
			default -> "error";
		};
	}
}
