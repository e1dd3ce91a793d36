package cn.cuobian.engine.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import cn.cuobian.engine.Expressions;
import cn.cuobian.engine.ModelSafety;
import cn.cuobian.engine.Verbs;
import cn.cuobian.refusals.Refusal;

/**
 * Judges models before they are deployed: bytes in, findings out, nothing is run or changed. What it finds wrong has
 * an element to mark and a sentence to read.
 */
public final class Inspector {

	private final ModelSafety safety;
	private final List<Rule> rules;

	public Inspector(ModelSafety safety, Expressions expressions, Verbs verbs, Rooms rooms) {
		this.safety = safety;
		this.rules = List.of(new FileRule(), new NameRule(), new VerbRule(expressions, verbs, rooms), new TimerRule(expressions),
				new TaskRule(expressions), new AnswerRule(expressions), new WordsRule(expressions), new PathRule(), new LoopRule(), new RepeatRule(), new SplitRule(),
				new CallRule(rooms), new WithdrawalRule(), new DiagramRule());
	}

	/**
	 * @param files all models of the house: a rule may look at what a model calls, and at its forms
	 * @return in the order of the files; empty if all is well
	 */
	public List<Finding> inspect(Collection<ModelFile> files) {
		List<Finding> found = new ArrayList<>();
		List<ModelFile> safe = new ArrayList<>();
		for (ModelFile file : files) {
			List<Finding> unsafe = unsafe(file);
			found.addAll(unsafe);
			if (unsafe.isEmpty()) {
				safe.add(file);
			}
		}
		House house = new House(safe);
		safe.forEach(file -> found.addAll(inspect(file, house)));
		return List.copyOf(found);
	}

	private List<Finding> unsafe(ModelFile file) {
		var findings = new Findings(file.path());
		try {
			safety.check(file.path(), file.content());
		} catch (Refusal refusal) {
			findings.refused(refusal.rule(), refusal.arguments());
		}
		return findings.all();
	}

	/** One that is far too large is told to be so, and not judged for minutes. */
	private void inspect(Drawing drawing, House house, Findings findings) {
		for (Rule rule : rules) {
			rule.inspect(drawing, house, findings);
			if (drawing.isTooLarge()) {
				return;
			}
		}
	}

	private List<Finding> inspect(ModelFile file, House house) {
		var findings = new Findings(file.path());
		if (file.is("bpmn")) {
			var drawing = house.drawing(file.key()).filter(read -> read.file() == file).orElseGet(() -> new Drawing(file));
			inspect(drawing, house, findings);
		} else if (file.is("dmn")) {
			TableRule.inspect(file, findings);
		} else {
			FormRule.inspect(file, house, findings);
		}
		return findings.all();
	}
}
