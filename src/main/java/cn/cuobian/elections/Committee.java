package cn.cuobian.elections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An owners' committee in its term.
 *
 * @param electionId that elected it
 * @param termTo the last day of its term
 * @param state {@code IN_OFFICE}, {@code OVER} or {@code ANNULLED}
 * @param successor the election that follows it, or null while none was called
 * @param members in the order of their votes, alternates and those who left included
 */
record Committee(long id, String place, long electionId, int seats, LocalDate termFrom, LocalDate termTo, String state, Long successor,
		List<Member> members) {

	static final String SUBJECT_TYPE = "committee";
	static final String IN_OFFICE = "IN_OFFICE";
	static final String OVER = "OVER";
	static final String ANNULLED = "ANNULLED";

	/**
	 * @param duty {@code CHAIR}, {@code DEPUTY} or {@code MEMBER}
	 * @param state {@code SEATED}; {@code WAITING} or {@code DECLINED} for an alternate; {@code LEFT}
	 * @param cause why he left
	 */
	record Member(long id, long candidateId, int rank, String duty, String state, LocalDate since, LocalDate until, String cause, String name) {

		static final String CHAIR = "CHAIR";
		static final String SEATED = "SEATED";
		static final String WAITING = "WAITING";
		static final String DECLINED = "DECLINED";
		static final String LEFT = "LEFT";

		/** As strangers see him. */
		public String masked() {
			return Masked.name(name);
		}

		boolean isChair() {
			return isSeated() && CHAIR.equals(duty);
		}

		public boolean isSeated() {
			return SEATED.equals(state);
		}
	}

	public String subject() {
		return SUBJECT_TYPE + ":" + id;
	}

	public int seated() {
		return (int) members.stream().filter(Member::isSeated).count();
	}

	public int vacant() {
		return seats - seated();
	}

	/** Fewer than half of the seats are left: all are elected anew (Guiding Rules 46). */
	boolean isBelowHalf() {
		return seated() * 2 < seats;
	}

	/** Who would move up next. */
	Optional<Member> nextAlternate() {
		return members.stream().filter(member -> member.state().equals(Member.WAITING)).findFirst();
	}
}
