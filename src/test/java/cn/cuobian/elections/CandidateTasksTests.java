package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.votes.OwnersOfACompound;
import cn.cuobian.worklist.Particulars.Particular;
import cn.cuobian.worklist.WorkItem;

/** Of hundreds of reviews that lie open at once, each says about whom it is. */
class CandidateTasksTests extends Electing {

	@Autowired
	private CandidateTasks tasks;

	@Test
	void aReviewSaysItsCandidateByNumberInTheListAndByNameToWhoWorksIt() {
		var run = prepared();
		run.nominate(2).done("user_collect_nominations", Map.of("closed", true));
		saysWhoseItIs(run.task("user_interview_candidate"));
		run.doneAll("user_interview_candidate", STANDS);
		saysWhoseItIs(run.task("user_review_by_department"));
		assertThat(tasks.of(run.task("user_prepare_roll"), Locale.SIMPLIFIED_CHINESE)).isEmpty();
		assertThat(run.task("user_prepare_roll").title()).isEqualTo(elections.of(run.id).title());
	}

	private void saysWhoseItIs(WorkItem task) {
		var told = tasks.of(task, Locale.SIMPLIFIED_CHINESE);
		int number = task.title().endsWith("1号候选人") ? 1 : 2;
		assertThat(task.title()).endsWith(" · " + number + "号候选人").doesNotContain("候选" + number);
		assertThat(told).extracting(Particular::text).startsWith(number + ". 候选" + number, OwnersOfACompound.unit(number - 1));
	}
}
