package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Facts;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;

/** Says fact by fact what differs between the two states of one part, each in a sentence. */
final class FactChanges {

	private final Side before;
	private final Side after;

	FactChanges(Side before, Side after) {
		this.before = before;
		this.after = after;
	}

	/** Nothing where both mean the same. */
	List<Object> between(Part was, Part is) {
		List<Object> lines = new ArrayList<>();
		for (String fact : FactWords.sorted(names(was.facts(), is.facts()))) {
			var one = was.facts().get(fact);
			var other = is.facts().get(fact);
			if (fact.equals("asks")) {
				asks(was, is, lines);
			} else if (one == null || other == null) {
				lines.add(one == null ? Phrase.of("design.diff.set", FactWords.label(fact), FactWords.value(fact, other, after))
						: Phrase.of("design.diff.dropped", FactWords.label(fact), FactWords.value(fact, one, before)));
			} else if (!one.equals(other)) {
				lines.add(Phrase.of("design.diff.changed", FactWords.label(fact), FactWords.value(fact, one, before), FactWords.value(fact, other, after)));
			} else {
				resolved(was, fact, one, lines);
			}
		}
		return lines;
	}

	/** Facts of something that stands on one side only. */
	List<Object> all(Part part, Side side, Set<String> saidAlready) {
		return FactWords.sorted(part.facts().keySet()).stream().filter(fact -> !saidAlready.contains(fact) && !fact.equals("asks"))
				.<Object>map(fact -> Phrase.of("design.diff.is", FactWords.label(fact), FactWords.value(fact, part.fact(fact), side))).toList();
	}

	private static Set<String> names(Map<String, String> one, Map<String, String> other) {
		Set<String> names = new HashSet<>(one.keySet());
		names.addAll(other.keySet());
		return names;
	}

	/** The same code, but the table gives it another number; not told again for the timer at the border of a task. */
	private void resolved(Part part, String fact, String value, List<Object> lines) {
		var code = FactWords.clock(fact, value);
		if (code == null || isToldByTheTask(part, code)) {
			return;
		}
		lines.addAll(before.limits().changes(code, after.limits()));
	}

	private boolean isToldByTheTask(Part event, String code) {
		var task = after.drawing().parts().get(event.fact("@attachedToRef"));
		return task != null && task.fact("camunda:property[clock]@value").equals(code);
	}

	private static void asks(Part was, Part is, List<Object> lines) {
		if (!Drawing.asked(was, is).equals(Drawing.asked(is, was))) {
			lines.add(Phrase.of("design.diff.asks-changed"));
		}
	}
}
