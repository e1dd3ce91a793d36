package cn.cuobian.votes;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.SecretCode;
import cn.cuobian.vault.Vault;
import cn.cuobian.votes.CodeRows.Code;
import cn.cuobian.votes.CodeRows.Fresh;
import cn.cuobian.votes.CodeRows.State;
import cn.cuobian.votes.HeadRows.Voter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes with which heads vote: one good sheet for each. The database keeps their hashes. A code is made from its serial
 * and the vault's key when its sheet is printed or its mail leaves, and kept nowhere in between; each printing is on
 * record with the officer's name.
 */
@Component
class VoteCodes {

	/** Longest reason for another sheet, in characters. */
	static final int MAX_REASON = 200;

	private final CodeRows rows;
	private final VoteRows votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final HeadRows heads;
	private final Vault vault;
	private final ApplicationEventPublisher events;

	VoteCodes(CodeRows rows, VoteRows votes, Rolls rolls, RollRights rights, HeadRows heads, Vault vault, ApplicationEventPublisher events) {
		this.rows = rows;
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.heads = heads;
		this.vault = vault;
		this.events = events;
	}

	/** What is printed for one head. */
	record Sheet(String serial, String code, Voter head, List<String> units) {

		/** Without the code, which belongs into no log. */
		@Override
		public String toString() {
			return "Sheet " + serial;
		}
	}

	/**
	 * Makes a code for every head that has none.
	 *
	 * @return how many
	 * @throws Refusal without a frozen roll, and once the vote is over
	 */
	@Transactional
	public int issue(long voteId, Viewer viewer) {
		var vote = running(voteId, viewer);
		var fresh = rows.without(voteId, vote.rollId()).stream().map(head -> fresh(voteId, head)).toList();
		rows.add(voteId, fresh, viewer.personId());
		return fresh.size();
	}

	/**
	 * The next sheets to print, in the order of the roll.
	 *
	 * @param afterHead number of the last head printed before, 0 for the first
	 */
	@Transactional
	public List<Sheet> print(long voteId, int afterHead, int most, Viewer viewer) {
		running(voteId, viewer);
		var codes = rows.good(voteId, afterHead, most);
		rows.printed(codes.stream().map(Code::id).toList(), viewer.personId());
		var units = heads.units(codes.stream().map(Code::headId).toList());
		return codes.stream().map(code -> new Sheet(code.serial(), secret(code).inGroups(), heads.find(code.headId()).orElseThrow(),
				units.getOrDefault(code.headId(), List.of()))).toList();
	}

	/**
	 * Replaces a damaged or lost sheet.
	 *
	 * @return the serial of the new one
	 * @throws Refusal if it was used or replaced before
	 */
	@Transactional
	public String reissue(long voteId, String serial, String reason, Viewer viewer) {
		running(voteId, viewer);
		var code = rows.bySerial(voteId, serial(serial)).orElseThrow(() -> Refusal.onField("serial", "votes.box.unknown-serial", serial(serial)));
		if (reason == null || reason.isBlank() || reason.strip().length() > MAX_REASON) {
			throw Refusal.onField("reason", "votes.box.spoil-reason", MAX_REASON);
		}
		if (!rows.end(code.id(), State.SPOILED, reason.strip(), viewer.personId())) {
			throw Refusal.onField("serial", "votes.box.not-spoilable", code.serial());
		}
		var fresh = fresh(voteId, heads.find(code.headId()).orElseThrow());
		rows.add(voteId, List.of(fresh), viewer.personId());
		return fresh.serial();
	}

	/**
	 * Has the links mailed to those who vote for the heads and left an address.
	 *
	 * @return how many heads that are
	 */
	@Transactional
	public int mail(long voteId, Viewer viewer) {
		var vote = running(voteId, viewer);
		var codes = new ArrayList<Code>(rows.good(voteId, 0, heads.of(vote.rollId()).size()));
		codes.removeIf(code -> code.mailed() != null || heads.mailedVoter(code.headId()).isEmpty());
		var ids = codes.stream().map(Code::id).toList();
		rows.mailed(ids);
		events.publishEvent(new CodesMailed(voteId, ids));
		return ids.size();
	}

	/**
	 * The sheet that belongs to what somebody typed.
	 *
	 * @throws Refusal {@code votes.box.unknown-code} for one that was never issued, {@code votes.box.spoiled-code} for one
	 *                 that was replaced
	 */
	Code open(String typed) {
		var code = SecretCode.read(typed).flatMap(read -> rows.byHash(read.hash())).orElseThrow(VoteCodes::unknown);
		if (code.state() == State.SPOILED || code.state() == State.REVOKED) {
			throw new Refusal("votes.box.spoiled-code", code.serial()).status(HttpStatus.GONE);
		}
		return code;
	}

	static Refusal unknown() {
		return new Refusal("votes.box.unknown-code").status(HttpStatus.NOT_FOUND);
	}

	/** The code of a sheet, for the paper or mail that leaves now. */
	SecretCode secret(Code code) {
		return vault.mac(words(code.voteId(), code.serial())).stream().map(SecretCode::of).filter(secret -> secret.hash().equals(code.hash()))
				.findFirst().orElseThrow(() -> new IllegalStateException("The key that made the codes of vote " + code.voteId()
						+ " is missing; name it in cuobian.vault.retired-keys"));
	}

	/** As it is printed, from what was typed. */
	static String serial(String typed) {
		return typed == null ? "" : Normalizer.normalize(typed, Form.NFKC).strip().toUpperCase(Locale.ROOT);
	}

	private Fresh fresh(long voteId, Voter head) {
		int before = rows.sheetsOf(voteId, head.id());
		var serial = "K-%06d".formatted(head.no()) + (before == 0 ? "" : "-" + (before + 1));
		return new Fresh(head, serial, SecretCode.of(vault.mac(words(voteId, serial)).get(0)).hash());
	}

	private static String words(long voteId, String serial) {
		return "vote-code:" + voteId + ":" + serial;
	}

	private VoteFacts running(long voteId, Viewer viewer) {
		var vote = votes.locked(voteId);
		var roll = rolls.of(vote.rollId());
		rights.require(viewer, roll);
		if (!roll.isFrozen()) {
			throw new Refusal("votes.box.roll-not-frozen", roll.title());
		}
		if (vote.state() != VoteState.ANNOUNCED && vote.state() != VoteState.OPEN) {
			throw new Refusal("votes.box.codes-not-now");
		}
		return vote;
	}
}
