package cn.cuobian.elections;

import java.time.Instant;
import java.util.Set;

import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;

/**
 * One election of a committee; it guards what may be done with it when.
 *
 * @param place code of the compound
 * @param kind {@code first}, {@code re-election} or {@code by-election}
 * @param schedule {@code statutory} or {@code fast31}
 * @param seats to fill
 * @param alternates at most so many
 * @param rollId null until a roll is named
 * @param committeeId the committee whose seats are filled again, or null
 * @param ended null while it runs
 */
public record Election(long id, String place, String title, String kind, String schedule, ElectionState state, int seats,
		int alternates, Long rollId, Long committeeId, Instant begun, Instant ended) {

	public static final String BY_ELECTION = "by-election";
	public static final String RE_ELECTION = "re-election";
	public static final String FIRST = "first";

	static final String SUBJECT_TYPE = "election";
	private static final Set<ElectionState> NOMINATING = Set.of(ElectionState.PREPARING, ElectionState.LISTED);

	/** As processes, clocks and tasks call it. */
	public String subject() {
		return SUBJECT_TYPE + ":" + id;
	}

	public boolean isByElection() {
		return BY_ELECTION.equals(kind);
	}

	/** @throws Refusal 409 unless names may be put forward now */
	void requireNominating() {
		require(NOMINATING.contains(state), "elections.not-nominating");
	}

	/** @throws Refusal 409 once the preparation is over */
	void requirePreparing() {
		require(state == ElectionState.PREPARING || state == ElectionState.ASKED, "elections.not-preparing");
	}

	/** @throws Refusal 409 when it is over */
	void requireRunning() {
		require(!state.isOver(), "elections.over");
	}

	/** Who was elected stands in the committee and leaves it otherwise. */
	void requireUndecided() {
		require(state.ordinal() < ElectionState.ELECTED.ordinal(), "elections.decided");
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new Refusal(rule).status(HttpStatus.CONFLICT);
		}
	}
}
