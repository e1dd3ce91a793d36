package cn.cuobian.engine.camunda;

import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

import cn.cuobian.engine.Expressions;

/** Parses expressions with the engine's own parser, so that both read the same. */
final class JuelExpressions implements Expressions {

	/** Deep nesting would overflow the parser's stack. */
	private static final int LONGEST = 500;

	private final Builder parser = new Builder(Builder.Feature.METHOD_INVOCATIONS);

	@Override
	public Reading read(String text) {
		if (text.length() > LONGEST && saysSomething(text)) {
			throw new Unreadable("expression-too-long");
		}
		var walk = new JuelWalk();
		if (saysSomething(text)) {
			walk.enter(parse(text));
		}
		return walk.reading();
	}

	static boolean saysSomething(String text) {
		return text.contains("${") || text.contains("#{");
	}

	private Node parse(String text) {
		try {
			return parser.build(text.strip()).getRoot();
		} catch (TreeBuilderException e) {
			throw new Unreadable("expression-unreadable");
		}
	}
}
