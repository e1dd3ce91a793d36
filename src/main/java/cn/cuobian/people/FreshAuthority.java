package cn.cuobian.people;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.cuobian.people.Accounts.Account;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSender;

/**
 * Replaces what the session remembers by what the person may do now: a post that was taken away is gone with the next
 * request, a disabled account is signed out, and who must change his password gets no further than the page for it.
 */
class FreshAuthority extends OncePerRequestFilter {

	private final Accounts accounts;
	private final People people;
	private final ViewerFacts facts;
	private final RefusalSender sender;

	FreshAuthority(Accounts accounts, People people, ViewerFacts facts, RefusalSender sender) {
		this.accounts = accounts;
		this.people = people;
		this.facts = facts;
		this.sender = sender;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var remembered = SecurityContextHolder.getContext().getAuthentication();
		if (remembered == null || remembered instanceof AnonymousAuthenticationToken
				|| remembered instanceof ViewerAuthentication) {
			chain.doFilter(request, response);
			return;
		}
		var account = accounts.find(remembered.getName()).filter(known -> !known.disabled());
		put(account.map(this::now).orElse(null));
		if (account.filter(Account::mustChange).isPresent() && !isOpenBeforeChange(request)) {
			askForChange(request, response);
		} else {
			chain.doFilter(request, response);
		}
	}

	/** The frame around an error page also asks who is reading it. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private Authentication now(Account account) {
		return new ViewerAuthentication(facts.of(people.get(account.person())));
	}

	/** A new context, for the old one belongs to the session. */
	private static void put(Authentication authentication) {
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
	}

	private void askForChange(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (ProgramDoors.isAskedBy(request)) {
			sender.send(new Refusal("people.must-change-password").status(HttpStatus.FORBIDDEN), request, response);
		} else if ("true".equals(request.getHeader("HX-Request"))) {
			response.setHeader("HX-Redirect", request.getContextPath() + PasswordPage.PATH);
			response.setStatus(HttpStatus.FORBIDDEN.value());
		} else {
			response.sendRedirect(request.getContextPath() + PasswordPage.PATH);
		}
	}

	private static boolean isOpenBeforeChange(HttpServletRequest request) {
		var path = request.getRequestURI().substring(request.getContextPath().length());
		return path.equals(PasswordPage.PATH) || path.equals("/logout") || path.equals("/error")
				|| path.startsWith("/assets/");
	}
}
