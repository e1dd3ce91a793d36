package cn.cuobian.votes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Casting.Ballot;
import cn.cuobian.votes.Casting.VoteReceipt;
import cn.cuobian.votes.CodeRows.Code;
import cn.cuobian.votes.CodeRows.State;
import cn.cuobian.votes.Readings.Reading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where ballots on paper are read: twice, by two officers who do not see what the other read. Alike, the ballot goes into
 * the box; different, a third officer reads it, and two of the three have to agree. A paper is in time if it was first read
 * within the window; the vote is not closed before the last one is settled. In a secret vote only the numbered stub comes
 * here, and nobody who sees it sees a choice: the papers are read without it, from the {@link Urn}.
 */
@Component
class PaperDesk {

	private static final int MOST_READINGS = 3;

	private final VoteRows votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final BallotSheets sheets;
	private final CodeRows codes;
	private final CastMarks marks;
	private final Readings readings;
	private final Proxies proxies;
	private final Casting casting;
	private final Box box;
	private final HeadRows heads;

	PaperDesk(VoteRows votes, Rolls rolls, RollRights rights, BallotSheets sheets, CodeRows codes, CastMarks marks, Readings readings,
			Proxies proxies, Casting casting, Box box, HeadRows heads) {
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.sheets = sheets;
		this.codes = codes;
		this.marks = marks;
		this.readings = readings;
		this.proxies = proxies;
		this.casting = casting;
		this.box = box;
		this.heads = heads;
	}

	/**
	 * @param serial as printed on it
	 * @param choices not looked at in a secret vote
	 */
	record PaperRead(String serial, CastChannel channel, Map<Integer, Choice> choices) {
	}

	/**
	 * What came of a reading.
	 *
	 * @param readings so far
	 * @param receipt once it lies in the box
	 */
	record Read(String serial, int readings, Optional<VoteReceipt> receipt) {
	}

	/**
	 * One officer's reading of one paper.
	 *
	 * @throws Refusal for a serial that is not good, a head that has voted, a second reading by the same officer, and when
	 *                 three readings all differ: then nothing is kept of the third
	 */
	@Transactional
	public Read read(long voteId, PaperRead paper, Viewer officer) {
		rights.require(officer, rolls.of(votes.get(voteId).rollId()));
		var vote = votes.locked(voteId);
		var code = good(vote, paper.serial());
		var before = readings.open(voteId, code.headId());
		requireFits(vote, paper, code, before, officer);
		var choices = vote.isSecret() ? Map.<Integer, Choice>of() : BallotCheck.complete(sheets.of(vote), paper.choices(), true);
		var text = vote.isSecret() ? BoxEntry.NONE : Choices.text(choices);
		var alike = before.stream().filter(each -> each.choices().equals(text)).findFirst();
		if (alike.isEmpty() && before.size() + 1 >= MOST_READINGS) {
			throw new Refusal("votes.box.three-readings");
		}
		var proxy = paper.channel() == CastChannel.PROXY ? Optional.of(proxies.good(voteId, code.headId())) : Optional.<Long>empty();
		readings.add(voteId, code.headId(), code.serial(), proxy.orElse(null),
				new Reading(before.size() + 1, paper.channel(), officer.personId(), null, text));
		if (before.isEmpty()) {
			box.received(vote, heads.find(code.headId()).orElseThrow().no(), paper.channel());
		}
		return new Read(code.serial(), before.size() + 1, alike.map(first -> settle(vote, code, paper.channel(), choices, before)));
	}

	private VoteReceipt settle(VoteFacts vote, Code code, CastChannel channel, Map<Integer, Choice> choices, List<Reading> before) {
		readings.settle(vote.id(), code.headId());
		if (channel == CastChannel.PROXY) {
			proxies.used(vote.id(), code.headId());
		}
		return casting.cast(new Ballot(vote.id(), code.headId(), channel, choices, before.get(0).at()));
	}

	private Code good(VoteFacts vote, String typed) {
		var serial = VoteCodes.serial(typed);
		var code = codes.bySerial(vote.id(), serial).orElseThrow(() -> Refusal.onField("serial", "votes.box.unknown-serial", serial));
		if (code.state() == State.SPOILED || code.state() == State.REVOKED) {
			throw Refusal.onField("serial", "votes.box.spoiled-serial", serial);
		}
		marks.find(vote.id(), code.headId()).ifPresent(mark -> Casting.requireReplaceable(vote, mark));
		return code;
	}

	private void requireFits(VoteFacts vote, PaperRead paper, Code code, List<Reading> before, Viewer officer) {
		if (paper.channel() == CastChannel.ONLINE) {
			throw Refusal.onField("channel", "votes.box.no-paper-channel");
		}
		if (before.isEmpty()) {
			Casting.requireWindow(vote, box.now(vote));
		} else if (before.get(0).channel() != paper.channel()) {
			throw Refusal.onField("channel", "votes.box.other-channel", code.serial());
		}
		if (before.stream().anyMatch(each -> each.officer() == officer.personId())) {
			throw new Refusal("votes.box.same-officer", code.serial());
		}
	}
}
