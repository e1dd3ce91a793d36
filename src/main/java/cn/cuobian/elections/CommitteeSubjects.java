package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.SubjectSource;
import org.springframework.stereotype.Component;

/** What the task list shows of a committee in its term. */
@Component
class CommitteeSubjects implements SubjectSource {

	private final CommitteeRows rows;
	private final ElectionRows elections;
	private final ElectionWords words;

	CommitteeSubjects(CommitteeRows rows, ElectionRows elections, ElectionWords words) {
		this.words = words;
		this.rows = rows;
		this.elections = elections;
	}

	@Override
	public String type() {
		return Committee.SUBJECT_TYPE;
	}

	@Override
	public SubjectLine line(long id) {
		var committee = rows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no committee " + id));
		return new SubjectLine("YWH-" + id, elections.find(committee.electionId()).orElseThrow().title(), type(), null, committee.place());
	}

	@Override
	public List<Kind> kinds() {
		return List.of(words.kind(type()));
	}
}
