package cn.cuobian.votes;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.UrnReadings.UrnReading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The urn of a secret vote: ballot papers without a serial, whose stubs were torn off and registered at the
 * {@link PaperDesk}. It is opened after the window, in public; the papers are mixed and numbered, and each is read twice by
 * two officers, and by a third where they differ. As many papers go into the box as heads were marked, each with an area one
 * of them has; the box is not closed before.
 */
@Component
class Urn {

	private static final int MOST_READINGS = 3;

	private final VoteRows votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final BallotSheets sheets;
	private final Readings stubs;
	private final CastMarks marks;
	private final UrnReadings readings;
	private final SecretPapers papers;
	private final Box box;

	Urn(VoteRows votes, Rolls rolls, RollRights rights, BallotSheets sheets, Readings stubs, CastMarks marks, UrnReadings readings,
			SecretPapers papers, Box box) {
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.sheets = sheets;
		this.stubs = stubs;
		this.marks = marks;
		this.readings = readings;
		this.papers = papers;
		this.box = box;
	}

	/**
	 * @param no that was written on it when the papers had been mixed
	 * @param area in m², as it is printed on it
	 */
	record UrnPaper(int no, String area, Map<Integer, Choice> choices) {
	}

	/** @param readings so far; @param inBox whether two of them agree */
	record UrnRead(int no, int readings, boolean inBox) {
	}

	/** How many papers there have to be: one for each stub. */
	int papers(long voteId) {
		return marks.onPaper(voteId);
	}

	/** Papers the box waits for, by their area in 0.01 m². */
	SortedMap<Long, Integer> awaited(long voteId) {
		return readings.awaited(voteId);
	}

	/** How many that are. */
	int unread(long voteId) {
		return awaited(voteId).values().stream().mapToInt(Integer::intValue).sum();
	}

	/** @throws Refusal {@code votes.box.urn-unread} while papers of a secret vote are missing from its box */
	void requireRead(VoteFacts locked) {
		int unread = locked.isSecret() ? unread(locked.id()) : 0;
		if (unread > 0) {
			throw new Refusal("votes.box.urn-unread", unread);
		}
	}

	/** Whether papers may be read now. */
	boolean isOpened(VoteFacts vote) {
		return vote.isOpen() && !box.now(vote).isBefore(vote.ends()) && stubs.unsettled(vote.id()) == 0;
	}

	/**
	 * One officer's reading of one paper.
	 *
	 * @throws Refusal before the window is over and every stub is registered, for a number or an area that is not awaited, for
	 *                 a second reading by the same officer, and when three readings all differ
	 */
	@Transactional
	public UrnRead read(long voteId, UrnPaper paper, Viewer officer) {
		rights.require(officer, rolls.of(votes.get(voteId).rollId()));
		var vote = votes.locked(voteId);
		requireOpened(vote);
		var before = before(vote, paper.no(), officer);
		long area = area(vote, paper.area());
		var choices = Choices.text(BallotCheck.complete(sheets.of(vote), paper.choices(), true));
		var words = area + "|" + choices;
		boolean alike = before.stream().anyMatch(each -> each.words().equals(words));
		if (!alike && before.size() + 1 >= MOST_READINGS) {
			throw new Refusal("votes.box.three-readings");
		}
		readings.add(voteId, paper.no(), before.size() + 1, officer.personId(), words);
		if (alike) {
			papers.add(voteId, area, choices);
			readings.settle(voteId, paper.no());
		}
		return new UrnRead(paper.no(), before.size() + 1, alike);
	}

	private void requireOpened(VoteFacts vote) {
		if (!vote.isSecret()) {
			throw Refusal.notFound();
		}
		Votes.required(vote, VoteState.OPEN);
		if (box.now(vote).isBefore(vote.ends())) {
			throw new Refusal("votes.box.urn-early", VoteTime.text(vote.ends()));
		}
		int unsettled = stubs.unsettled(vote.id());
		if (unsettled > 0) {
			throw new Refusal("votes.box.papers-unsettled", unsettled);
		}
	}

	private List<UrnReading> before(VoteFacts vote, int no, Viewer officer) {
		int most = papers(vote.id());
		if (no < 1 || no > most) {
			throw Refusal.onField("no", "votes.box.urn-number", most);
		}
		var before = readings.of(vote.id(), no);
		if (before.stream().anyMatch(UrnReading::settled)) {
			throw Refusal.onField("no", "votes.box.urn-read", no);
		}
		if (before.stream().anyMatch(each -> each.officer() == officer.personId())) {
			throw Refusal.onField("no", "votes.box.urn-same-officer", no);
		}
		return before;
	}

	private long area(VoteFacts vote, String typed) {
		var text = typed == null ? "" : Normalizer.normalize(typed, Form.NFKC).strip();
		var area = SquareMetres.parse(text);
		if (area.isEmpty() || !awaited(vote.id()).containsKey(area.getAsLong())) {
			throw Refusal.onField("area", "votes.box.urn-area", text);
		}
		return area.getAsLong();
	}
}
