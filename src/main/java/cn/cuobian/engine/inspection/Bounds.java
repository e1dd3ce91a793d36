package cn.cuobian.engine.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that keep a drawing from eating the server: it is small, runs to its next waiting step in a bounded number of
 * steps, and never multiplies. The engine itself asks this, whichever way a drawing reaches it.
 */
public final class Bounds {

	private static final List<Rule> RULES = List.of(new FileRule(), new LoopRule(), new RepeatRule(), new SplitRule(), new CallRule(Rooms.declared("", Set.of())));
	/** What else these rules find is bad work, but no danger. */
	private static final Set<String> DANGERS = Set.of("one-process", "key-is-file-name", "too-many-steps", "endless-loop", "many-times", "many-times-many",
			"literal-time", "unjoined-split", "circular-call");

	private Bounds() {
	}

	/**
	 * @param drawings to judge; the guard has let them pass
	 * @param around what they call, directly or not
	 */
	public static Optional<Finding> firstBeyond(Collection<ModelFile> drawings, Collection<ModelFile> around) {
		List<ModelFile> all = new ArrayList<>(around);
		all.addAll(drawings);
		House house = new House(all);
		return drawings.stream().flatMap(file -> found(file, house).stream()).filter(Bounds::isDanger).findFirst();
	}

	private static List<Finding> found(ModelFile file, House house) {
		var drawing = new Drawing(file);
		var findings = new Findings(file.path());
		for (Rule rule : RULES) {
			rule.inspect(drawing, house, findings);
			if (drawing.isTooLarge()) {
				break;
			}
		}
		return findings.all();
	}

	private static boolean isDanger(Finding finding) {
		return DANGERS.contains(finding.messageKey().substring("engine.finding.".length()));
	}
}
