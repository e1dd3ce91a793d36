package cn.cuobian.people;

import java.util.Arrays;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import cn.cuobian.refusals.RefusalSender;

/**
 * Who reaches which address. What a person may do with a matter or a task is decided in their rooms by the
 * {@link Viewer}; here stands only the outer wall, and everything that is not named needs a sign-in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfig {

	private static final String POLICY_HEADER = "Content-Security-Policy";
	/** {@code frontend.md}: held without a violation on lists, diagrams, forms and charts. */
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
	/** The editors of models place their handles by style attributes; nothing else is loosened, and nowhere else. */
	private static final String EDITOR_POLICY = POLICY.replace("style-src 'self';", "style-src 'self'; style-src-attr 'unsafe-inline';");
	private static final RequestMatcher EDITORS = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/design/drafts/*/edit");
	private static final String[] PUBLIC = { "/report/**", "/track/**", "/vote", "/vote/**", "/calendar/*", "/notices", "/notices/*", "/notices/*/objections", "/rolls/public/**",
			"/elections/public/**", "/votes/key", "/votes/verifier", "/login", "/help/**", "/.well-known/camunda-automation-platform/webapps", "/assets/**", "/error", "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness", "/api/v1/track/**" };

	private static final String SESSION = "cuobian";

	private final Accounts accounts;
	private final People people;
	private final ViewerFacts facts;
	private final RefusalSender sender;
	private final Gate gate;
	/** One count for both ways of signing in. */
	private final SignInThrottle throttle;

	SecurityConfig(Accounts accounts, People people, ViewerFacts facts, RefusalSender sender, Gate gate) {
		this.accounts = accounts;
		this.people = people;
		this.facts = facts;
		this.sender = sender;
		this.gate = gate;
		this.throttle = new SignInThrottle(sender);
	}

	/** The drawing tool on a designer's own computer sends its credentials with each request: no session, nothing to forge. */
	@Bean
	@Order(0)
	SecurityFilterChain desk(HttpSecurity http, ApiTokens tokens) throws Exception {
		walls(http.securityMatcher("/engine-rest/**"));
		http.csrf(csrf -> csrf.disable());
		http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.requestCache(cache -> cache.disable());
		http.httpBasic(basic -> basic.authenticationEntryPoint(gate));
		http.addFilterBefore(throttle, BasicAuthenticationFilter.class);
		http.addFilterBefore(new BearerTokens(tokens, TokenDoor.DESK, facts, sender), BasicAuthenticationFilter.class);
		return http.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, CookieCsrfTokenRepository csrf) throws Exception {
		walls(http.securityMatcher("/api/**"));
		http.csrf(c -> c.csrfTokenRepository(csrf).requireCsrfProtectionMatcher(SecurityConfig::couldBeForged));
		http.requestCache(cache -> cache.disable());
		http.addFilterBefore(new BearerTokens(tokens, TokenDoor.API, facts, sender), CsrfFilter.class);
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, CookieCsrfTokenRepository csrf) throws Exception {
		walls(http);
		http.csrf(c -> c.csrfTokenRepository(csrf));
		http.requestCache(cache -> cache.requestCache(afterSignIn()));
		http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false)
				.failureHandler((request, response, failure) -> response.sendRedirect(request.getContextPath() + failed(failure))));
		http.logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies(SESSION));
		http.addFilterBefore(throttle, CsrfFilter.class);
		return http.build();
	}

	/** In a cookie: a resident who fills in a report for a whole evening has no session that could run out. */
	@Bean
	CookieCsrfTokenRepository csrfTokens() {
		var repository = new CookieCsrfTokenRepository();
		repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
		return repository;
	}

	/** Secure is added by itself when the request came over https. */
	@Bean
	CookieSerializer sessionCookie() {
		var serializer = new DefaultCookieSerializer();
		serializer.setCookieName(SESSION);
		serializer.setUseHttpOnlyCookie(true);
		serializer.setSameSite("Lax");
		return serializer;
	}

	private void walls(HttpSecurity http) throws Exception {
		// what goes on asynchronously was let in when it began
		http.authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
				.requestMatchers(PUBLIC).permitAll()
				.requestMatchers("/admin/alarms/**", "/admin/mails/**", "/board/**", "/figures/**", "/api/v1/clocks/**")
				.hasAnyRole("ADMINISTRATOR", "SUPERVISOR")
				.requestMatchers("/admin/**", "/actuator/info").hasRole("ADMINISTRATOR")
				.requestMatchers("/engine-rest/**").hasAnyRole("DESIGNER", "ADMINISTRATOR")
				.requestMatchers("/design/**").hasAnyRole("DESIGNER", "APPROVER", "ADMINISTRATOR")
				.anyRequest().hasRole("STAFF"));
		http.exceptionHandling(refused -> refused.authenticationEntryPoint(gate).accessDeniedHandler(gate));
		http.headers(SecurityConfig::headers);
		http.addFilterBefore(new FreshAuthority(accounts, people, facts, sender), AuthorizationFilter.class);
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.addHeaderWriter(SecurityConfig::policy);
		headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
		headers.frameOptions(frame -> frame.deny());
		headers.permissionsPolicyHeader(permissions -> permissions.policy("geolocation=(), microphone=(), camera=(self)"));
	}

	/** An answer that has set a policy of its own keeps it. */
	private static void policy(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(POLICY_HEADER)) {
			response.setHeader(POLICY_HEADER, EDITORS.matches(request) ? EDITOR_POLICY : POLICY);
		}
	}

	/** A stranger's page can make a browser send our cookie, but not an Authorization header. */
	private static boolean couldBeForged(HttpServletRequest request) {
		return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !BearerTokens.isPresentIn(request)
				&& request.getCookies() != null
				&& Arrays.stream(request.getCookies()).anyMatch(cookie -> cookie.getName().equals(SESSION));
	}

	/** Back to the page that was asked for; a fragment or an image is no page to go back to. */
	private static HttpSessionRequestCache afterSignIn() {
		var cache = new HttpSessionRequestCache();
		cache.setMatchingRequestParameterName(null);
		var pages = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**");
		cache.setRequestMatcher(request -> pages.matches(request) && request.getHeader("HX-Request") == null
				&& String.valueOf(request.getHeader("Accept")).contains("text/html"));
		return cache;
	}

	private static String failed(AuthenticationException failure) {
		return failure instanceof LockedException ? "/login?locked" : "/login?error";
	}
}
