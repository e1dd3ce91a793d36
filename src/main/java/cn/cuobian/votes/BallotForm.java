package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Choice.Mark;
import cn.cuobian.votes.Choice.Named;
import org.springframework.util.MultiValueMap;

/** Ballots as forms send them: {@code q1=3&q1=5&q2=yes}. */
final class BallotForm {

	private BallotForm() {
	}

	/** @throws Refusal for what no form of ours sends */
	static Map<Integer, Choice> read(List<VoteQuestion> questions, MultiValueMap<String, String> form) {
		var choices = new TreeMap<Integer, Choice>();
		for (var question : questions) {
			var values = form.getOrDefault(name(question.no()), List.of());
			choices.put(question.no(), values.isEmpty() ? Mark.ABSTAIN : choice(question, values));
		}
		return choices;
	}

	/** What is ticked when the form is shown again. */
	static Map<String, List<String>> shown(Map<Integer, Choice> choices) {
		var shown = new TreeMap<String, List<String>>();
		choices.forEach((no, choice) -> shown.put(name(no), values(choice)));
		return shown;
	}

	private static List<String> values(Choice choice) {
		return choice instanceof Named named ? named.candidates().stream().map(String::valueOf).toList()
				: List.of(((Mark) choice).name().toLowerCase(Locale.ROOT));
	}

	private static Choice choice(VoteQuestion question, List<String> values) {
		try {
			if (values.size() == 1 && !Character.isDigit(values.get(0).isEmpty() ? ' ' : values.get(0).charAt(0))) {
				return Mark.valueOf(values.get(0).toUpperCase(Locale.ROOT));
			}
			var named = new TreeSet<Integer>();
			values.forEach(value -> named.add(Integer.valueOf(value)));
			return new Named(named);
		} catch (IllegalArgumentException e) {
			throw Refusal.onField(name(question.no()), "votes.box.wrong-answer", question.no());
		}
	}

	private static String name(int question) {
		return "q" + question;
	}
}
