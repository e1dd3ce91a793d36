package cn.cuobian.elections;

import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.SubjectSource;
import org.springframework.stereotype.Component;

/** What the task list shows of an election. */
@Component
class ElectionSubjects implements SubjectSource {

	private final ElectionRows rows;

	ElectionSubjects(ElectionRows rows) {
		this.rows = rows;
	}

	@Override
	public String type() {
		return Election.SUBJECT_TYPE;
	}

	@Override
	public SubjectLine line(long id) {
		var election = rows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no election " + id));
		return new SubjectLine("XJ-" + id, election.title(), null, null, election.place());
	}
}
