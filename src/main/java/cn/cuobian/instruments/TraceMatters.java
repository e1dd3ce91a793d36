package cn.cuobian.instruments;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Requests at an address with {@code {number}} in it are about that matter. */
@Component
@ConditionalOnWebApplication
class TraceMatters implements HandlerInterceptor, WebMvcConfigurer {

	private static final String NUMBER = "number";
	/** What was typed into an address is not written down as it is. */
	private static final String SHAPE = "[A-Za-z0-9-]{1,24}";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get(NUMBER) instanceof String number && number.matches(SHAPE)) {
			Trace.about(number);
		}
		return true;
	}
}
