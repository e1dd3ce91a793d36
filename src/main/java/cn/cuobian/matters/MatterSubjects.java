package cn.cuobian.matters;

import java.util.List;

import cn.cuobian.forms.Label;
import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.SubjectSource;
import org.springframework.stereotype.Component;

/** What the task list shows of a matter. */
@Component
class MatterSubjects implements SubjectSource {

	private final Matters matters;
	private final Kinds kinds;

	MatterSubjects(Matters matters, Kinds kinds) {
		this.matters = matters;
		this.kinds = kinds;
	}

	@Override
	public String type() {
		return MatterFacts.SUBJECT_TYPE;
	}

	@Override
	public SubjectLine line(long id) {
		Matter matter = matters.find(id).orElseThrow(() -> new IllegalArgumentException("There is no matter " + id));
		MatterFacts facts = matter.facts();
		return new SubjectLine(facts.number(), facts.title(), facts.kind(), matter.tier().code(), facts.place());
	}

	@Override
	public List<Kind> kinds() {
		return kinds.offered().stream().map(kind -> new Kind(kind.code(), new Label(kind.nameZh(), kind.nameEn()))).toList();
	}
}
