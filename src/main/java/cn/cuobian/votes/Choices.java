package cn.cuobian.votes;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import cn.cuobian.votes.Choice.Mark;
import cn.cuobian.votes.Choice.Named;

/** A ballot as one line, the same for the same ballot: {@code 1=yes;2=3,5,7;3=abstain}. */
public final class Choices {

	private Choices() {
	}

	public static String text(Map<Integer, Choice> choices) {
		return new TreeMap<>(choices).entrySet().stream().map(each -> each.getKey() + "=" + text(each.getValue()))
				.collect(Collectors.joining(";"));
	}

	/** @throws IllegalArgumentException for a line that {@link #text} would not have written */
	public static SortedMap<Integer, Choice> parse(String line) {
		var choices = new TreeMap<Integer, Choice>();
		for (var answer : line.split(";", -1)) {
			var parts = answer.split("=", -1);
			if (parts.length != 2) {
				throw new IllegalArgumentException("Not a ballot: " + line);
			}
			choices.put(Integer.valueOf(parts[0]), choice(parts[1]));
		}
		if (!text(choices).equals(line)) {
			throw new IllegalArgumentException("Not a ballot as it is written: " + line);
		}
		return Collections.unmodifiableSortedMap(choices);
	}

	private static String text(Choice choice) {
		return choice instanceof Named named ? named.candidates().stream().map(String::valueOf).collect(Collectors.joining(","))
				: ((Mark) choice).name().toLowerCase(Locale.ROOT);
	}

	private static Choice choice(String text) {
		return Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0))
				? new Named(Arrays.stream(text.split(",", -1)).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new)))
				: Mark.valueOf(text.toUpperCase(Locale.ROOT));
	}
}
