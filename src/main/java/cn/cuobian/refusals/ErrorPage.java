package cn.cuobian.refusals;

import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container refuse before a controller is reached ends here, in the same words and shapes. */
@Controller
class ErrorPage implements ErrorController {

	private final RefusalAnswer answer;

	ErrorPage(RefusalAnswer answer) {
		this.answer = answer;
	}

	@RequestMapping("/error")
	Object error(HttpServletRequest request, Locale locale) {
		var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		var given = request.getAttribute(RefusalSender.ATTRIBUTE);
		var refusal = given instanceof Refusal known ? known : RefusalAdvice.ofStatus(status(request));
		return answer.of(refusal, path == null ? "" : path.toString(), request, locale);
	}

	private static HttpStatus status(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
				&& HttpStatus.resolve(code) != null ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
	}
}
