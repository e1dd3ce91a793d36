package cn.cuobian.elections;

import cn.cuobian.engine.ProcessBean;
import org.springframework.stereotype.Component;

/** What {@code hold_vote.bpmn} does to a vote besides waiting. */
@Component
@ProcessBean("polls")
public class PollVerbs {

	private final PollRows rows;
	private final Polls polls;

	PollVerbs(PollRows rows, Polls polls) {
		this.rows = rows;
		this.polls = polls;
	}

	/** When the box opens, as announced. */
	public String opens(long pollId) {
		return rows.get(pollId).opens().toString();
	}

	/** When the procedure looks at the vote next: shortly before its end where it may be extended, else at the end. */
	public String looksAt(long pollId) {
		return rows.get(pollId).looksAt().toString();
	}

	/** {@code open}; {@code too-few} where candidates left meanwhile and there is no choice any more: then the vote is off. */
	public String open(long pollId) {
		return polls.open(rows.get(pollId));
	}

	/** {@code extend}, {@code wait} for the end, or {@code over}. */
	public String quorum(long pollId) {
		return polls.quorum(rows.get(pollId));
	}

	/** To the instant the notice announced for this case. */
	public void extend(long pollId) {
		polls.extend(rows.get(pollId));
	}

	/** Nothing can be cast any more; from here the box may be read. */
	public void close(long pollId) {
		polls.close(rows.get(pollId));
	}

	/**
	 * Of an election {@code elected}, {@code not-elected} where less than half of the seats would be filled,
	 * {@code no-quorum} or {@code tied}; of a motion {@code passed}, {@code failed} or {@code no-quorum}.
	 */
	public String count(long pollId) {
		return polls.count(rows.get(pollId));
	}
}
