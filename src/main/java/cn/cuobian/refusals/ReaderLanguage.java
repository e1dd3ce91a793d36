package cn.cuobian.refusals;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless the reader chose English ({@code ?lang=en}, remembered in a cookie) or his browser asks for it. */
@Configuration(proxyBeanMethods = false)
class ReaderLanguage implements WebMvcConfigurer {

	private static final List<Locale> OFFERED = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

	@Bean
	LocaleResolver localeResolver() {
		var resolver = new CookieLocaleResolver("lang");
		resolver.setRejectInvalidCookies(false);
		resolver.setDefaultLocaleFunction(ReaderLanguage::ofBrowser);
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieSameSite("Lax");
		resolver.setCookieHttpOnly(true);
		return resolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		var change = new LocaleChangeInterceptor();
		change.setParamName("lang");
		change.setIgnoreInvalidLocale(true);
		registry.addInterceptor(change);
	}

	private static Locale ofBrowser(HttpServletRequest request) {
		var accepted = request.getHeader("Accept-Language");
		if (accepted == null) {
			return Locale.SIMPLIFIED_CHINESE;
		}
		var wanted = Collections.list(request.getLocales());
		return wanted.stream().flatMap(locale -> OFFERED.stream()
				.filter(offered -> offered.getLanguage().equals(locale.getLanguage())))
				.findFirst().orElse(Locale.SIMPLIFIED_CHINESE);
	}
}
