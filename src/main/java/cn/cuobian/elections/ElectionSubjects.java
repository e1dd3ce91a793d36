package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.SubjectSource;
import org.springframework.stereotype.Component;

/** What the task list shows of an election. */
@Component
class ElectionSubjects implements SubjectSource {

	private final ElectionRows rows;
	private final ElectionWords words;

	ElectionSubjects(ElectionRows rows, ElectionWords words) {
		this.words = words;
		this.rows = rows;
	}

	@Override
	public String type() {
		return Election.SUBJECT_TYPE;
	}

	@Override
	public SubjectLine line(long id) {
		var election = rows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no election " + id));
		return new SubjectLine("XJ-" + id, election.title(), type(), null, election.place());
	}

	@Override
	public List<Kind> kinds() {
		return List.of(words.kind(type()));
	}
}
