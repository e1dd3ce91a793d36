package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.engine.TaskOpened;
import cn.cuobian.worklist.SubjectLine;
import cn.cuobian.worklist.SubjectSource;
import org.springframework.stereotype.Component;

/** What the task list shows of an election. */
@Component
class ElectionSubjects implements SubjectSource {

	private final ElectionRows rows;
	private final CandidateTasks candidates;
	private final ElectionWords words;

	ElectionSubjects(ElectionRows rows, CandidateTasks candidates, ElectionWords words) {
		this.rows = rows;
		this.candidates = candidates;
		this.words = words;
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

	/** A candidate is told by the number, not by the name: lists hold no personal data. */
	@Override
	public SubjectLine line(long id, TaskOpened task) {
		var line = line(id);
		return candidates.about(task.elementId(), ElectionTasks.partOf(task))
				.map(candidate -> new SubjectLine(line.number(), words.say("title.candidate", line.title(), String.valueOf(candidate.no())), line.kind(), line.tier(), line.placeCode()))
				.orElse(line);
	}
}
