package cn.cuobian.votes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import cn.cuobian.votes.CodeRows.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where owners of a roll want mails about a vote. An address leaves the vault, and a code is made, only to be written on a
 * mail that leaves now.
 */
@Component
public class OwnerMail {

	private final JdbcClient db;
	private final HeadRows heads;
	private final RollVault vault;
	private final CodeRows codes;
	private final VoteCodes secrets;
	private final VoteRows votes;

	OwnerMail(JdbcClient db, HeadRows heads, RollVault vault, CodeRows codes, VoteCodes secrets, VoteRows votes) {
		this.db = db;
		this.heads = heads;
		this.vault = vault;
		this.codes = codes;
		this.secrets = secrets;
		this.votes = votes;
	}

	/** Ids of all co-owners of the heads' units who left an address; the vault stays closed. */
	public List<Long> ownersOf(Collection<Long> headIds) {
		return headIds.stream().flatMap(head -> heads.mailedOwners(head).stream()).distinct().toList();
	}

	/** The same of everybody on the roll of a vote. */
	public List<Long> ownersOfVote(long voteId) {
		return db.sql("""
				select o.id from roll_owner o join vote v on v.roll_id = o.roll_id where v.id = ? and o.mail_sealed is not null
				and exists (select 1 from roll_share s where s.owner_id = o.id) order by o.id""").param(voteId).query(Long.class).list();
	}

	/** Empty if he left none, or is on no roll any more. */
	public Optional<String> addressOf(long ownerId) {
		return db.sql("select roll_id, owner_key, mail_sealed from roll_owner where id = ? and mail_sealed is not null").param(ownerId)
				.query((row, n) -> vault.open(row.getLong(1), RollVault.mail(row.getString(2)), row.getBytes(3))).optional();
	}

	/** Of who casts the ballot; empty once the code is used or replaced, or the vote is over. */
	public Optional<String> addressOfCode(long codeId) {
		return codes.byId(codeId).filter(code -> code.state() == State.ISSUED && votes.get(code.voteId()).closed() == null)
				.flatMap(code -> heads.mailedVoter(code.headId())).flatMap(this::addressOf);
	}

	/** Path of the ballot, with the code in it. */
	public String linkOf(long codeId) {
		return "/vote/" + codes.byId(codeId).map(secrets::secret).orElseThrow().compact();
	}

	/** Title and end of a vote, as a mail names it. */
	public String nameOf(long voteId) {
		var vote = votes.get(voteId);
		return vote.title() + " · " + VoteTime.text(vote.ends());
	}
}
