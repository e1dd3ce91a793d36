package cn.cuobian.people;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSender;

/** {@code Authorization: Bearer cuo_…}. A bad token is refused even where a session would do: it stands in for CSRF. */
class BearerTokens extends OncePerRequestFilter {

	private static final String SCHEME = "bearer ";

	private final ApiTokens tokens;
	private final TokenDoor door;
	private final ViewerFacts facts;
	private final RefusalSender sender;

	BearerTokens(ApiTokens tokens, TokenDoor door, ViewerFacts facts, RefusalSender sender) {
		this.tokens = tokens;
		this.door = door;
		this.facts = facts;
		this.sender = sender;
	}

	static boolean isPresentIn(HttpServletRequest request) {
		var header = request.getHeader("Authorization");
		return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isPresentIn(request)) {
			chain.doFilter(request, response);
			return;
		}
		var person = tokens.personOf(request.getHeader("Authorization").substring(SCHEME.length()).strip(), door);
		if (person.isEmpty()) {
			response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
			sender.send(new Refusal(door == TokenDoor.DESK ? "people.bad-desk-token" : "people.bad-token").status(HttpStatus.UNAUTHORIZED), request, response);
			return;
		}
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new ViewerAuthentication(facts.of(person.get())));
		SecurityContextHolder.setContext(context);
		chain.doFilter(request, response);
	}
}
