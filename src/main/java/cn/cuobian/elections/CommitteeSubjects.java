package cn.cuobian.elections;

import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.SubjectSource;
import org.springframework.stereotype.Component;

/** What the task list shows of a committee in its term. */
@Component
class CommitteeSubjects implements SubjectSource {

	private final CommitteeRows rows;
	private final ElectionRows elections;

	CommitteeSubjects(CommitteeRows rows, ElectionRows elections) {
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
		return new SubjectLine("YWH-" + id, elections.find(committee.electionId()).orElseThrow().title(), null, null, committee.place());
	}
}
