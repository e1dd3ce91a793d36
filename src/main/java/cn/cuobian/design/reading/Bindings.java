package cn.cuobian.design.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an expression of a drawing binds: a post, a time limit. */
public final class Bindings {

	private static final Pattern POST = Pattern.compile("\\$\\{\\s*posts\\.at\\('([a-z0-9-]+)',\\s*place\\)\\s*}");
	private static final Pattern DUE = Pattern.compile("\\$\\{\\s*clocks\\.due\\('([^']+)'.*}", Pattern.DOTALL);

	private Bindings() {
	}

	/** The code of the post; empty for an expression that finds it in another way. */
	public static Optional<String> post(String expression) {
		var post = POST.matcher(expression);
		return post.matches() ? Optional.of(post.group(1)) : Optional.empty();
	}

	/** The code of the limit that a timer waits for. */
	public static Optional<String> clock(String expression) {
		var due = DUE.matcher(expression);
		return due.matches() ? Optional.of(due.group(1)) : Optional.empty();
	}
}
