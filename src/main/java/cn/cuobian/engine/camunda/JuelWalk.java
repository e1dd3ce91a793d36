package cn.cuobian.engine.camunda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;

import cn.cuobian.engine.Expressions.Call;
import cn.cuobian.engine.Expressions.Reading;
import cn.cuobian.engine.Expressions.Unreadable;

/** Walks the tree of one expression and refuses every kind of node that is not known to be harmless. */
final class JuelWalk {

	private static final Set<Class<?>> HARMLESS = Set.of(AstEval.class, AstComposite.class, AstText.class,
			AstBinary.class, AstUnary.class, AstChoice.class, AstNested.class, AstParameters.class,
			AstNumber.class, AstString.class, AstBoolean.class, AstNull.class);
	private static final Set<String> NO_FACTS = Set.of("task", "caseExecution", "externalTask", "variableContext",
			"authenticatedUserId");

	private final List<Call> calls = new ArrayList<>();
	private final Set<String> facts = new HashSet<>();
	private final Map<String, Set<String>> comparedWith = new HashMap<>();

	Reading reading() {
		return new Reading(List.copyOf(calls), Set.copyOf(facts), Map.copyOf(comparedWith));
	}

	void enter(Node node) {
		if (node instanceof AstMethod method) {
			call(method);
		} else if (node instanceof AstIdentifier fact) {
			fact(fact);
		} else if (node instanceof AstDot dot) {
			part(dot);
		} else if (HARMLESS.contains(node.getClass())) {
			compare(node);
			enterChildren(node);
		} else {
			throw new Unreadable("expression-function");
		}
	}

	private void enterChildren(Node node) {
		for (int i = 0; i < node.getCardinality(); i++) {
			enter(node.getChild(i));
		}
	}

	/** Only {@code noun.verb(…)}: what a call answers cannot be called again. */
	private void call(AstMethod method) {
		if (!(method.getChild(0) instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier noun)) {
			throw new Unreadable("expression-call");
		}
		List<String> arguments = new ArrayList<>();
		AstNode given = (AstNode) method.getChild(1);
		for (int i = 0; i < given.getCardinality(); i++) {
			arguments.add(((AstNode) given.getChild(i)).getStructuralId(null));
		}
		calls.add(new Call(noun.getName(), name(dot), List.copyOf(arguments)));
		enterChildren(given);
	}

	private void fact(AstIdentifier fact) {
		if (NO_FACTS.contains(fact.getName()) || fact.getName().equals("execution")) {
			throw new Unreadable("expression-call");
		}
		facts.add(fact.getName());
	}

	/** A part of a decision table's answer: {@code triage.tier}. */
	private void part(AstDot dot) {
		if (name(dot).equals("class") || !(dot.getChild(0) instanceof AstIdentifier)) {
			throw new Unreadable("expression-call");
		}
		enter(dot.getChild(0));
	}

	private void compare(Node node) {
		if (node instanceof AstBinary && node.getChild(0) instanceof AstIdentifier fact
				&& node.getChild(1) instanceof AstString text) {
			comparedWith.computeIfAbsent(fact.getName(), name -> new HashSet<>()).add((String) text.eval(null, null));
		}
	}

	/** JUEL keeps the name after the dot to itself, but prints it. */
	private static String name(AstDot dot) {
		String structure = dot.getStructuralId(null);
		return structure.substring(structure.lastIndexOf('.') + 1);
	}
}
