package cn.cuobian.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who reads the meters: a program that knows the token {@code cuobian.metrics.token}, and nobody else; without a token
 * nobody at all. Counts of a town's quarrels are nobody's business, and no person needs a session for them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MeterDoor {

	private static final String SCHEME = "Bearer ";
	/** Nobody guesses so much: there is no throttle before this door. */
	private static final int SHORTEST = 24;

	private final String token;

	/** @throws IllegalArgumentException for a token that could be guessed */
	MeterDoor(@Value("${cuobian.metrics.token:}") String token) {
		this.token = token.strip();
		if (!this.token.isEmpty() && this.token.length() < SHORTEST) {
			throw new IllegalArgumentException("cuobian.metrics.token must have at least " + SHORTEST + " characters");
		}
	}

	@Bean
	@Order(0)
	SecurityFilterChain meters(HttpSecurity http) throws Exception {
		http.securityMatcher("/actuator/prometheus");
		http.csrf(csrf -> csrf.disable());
		http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.requestCache(cache -> cache.disable());
		http.authorizeHttpRequests(routes -> routes.anyRequest()
				.access((who, asked) -> new AuthorizationDecision(isKnown(asked.getRequest()))));
		http.exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, unknown) -> refuse(response))
				.accessDeniedHandler((request, response, denied) -> refuse(response)));
		return http.build();
	}

	private boolean isKnown(HttpServletRequest request) {
		var given = request.getHeader("Authorization");
		return !token.isEmpty() && given != null && MessageDigest.isEqual(bytes(SCHEME + token), bytes(given));
	}

	private static void refuse(HttpServletResponse response) {
		response.setHeader("WWW-Authenticate", SCHEME.strip());
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
