package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Written authorities to vote for a head (GR article 26): each on paper, kept where it says, and for no more heads per
 * holder than was announced. The holder's name and number stay sealed.
 */
@Component
class Proxies {

	private static final int MAX_NAME = 60;
	private static final int MAX_DOCUMENT = 120;
	private static final int MAX_REASON = 200;

	private final JdbcClient db;
	private final VoteRows votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final CodeRows codes;
	private final CastMarks marks;
	private final Vault vault;
	private final Clock clock;

	Proxies(JdbcClient db, VoteRows votes, Rolls rolls, RollRights rights, CodeRows codes, CastMarks marks, Vault vault, Clock clock) {
		this.db = db;
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.codes = codes;
		this.marks = marks;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * @param serial of the head's ballot
	 * @param phone  tells two holders of one name apart
	 * @param document where the signed paper is kept, such as a number in the file
	 */
	record Authority(String serial, String holder, String phone, String document, LocalDate signedOn) {
	}

	/** @param holder masked */
	record Given(long id, String serial, String holder, String document, LocalDate signedOn, String state) {
	}

	/** @throws Refusal for a head that has voted or gave another authority, and beyond the cap */
	@Transactional
	public void register(long voteId, Authority authority, Viewer officer) {
		var vote = running(voteId, officer);
		complete(authority);
		var code = codes.bySerial(voteId, VoteCodes.serial(authority.serial())).filter(each -> each.state() == CodeRows.State.ISSUED
				|| each.state() == CodeRows.State.CAST && vote.replacing())
				.orElseThrow(() -> Refusal.onField("serial", "votes.box.unknown-serial", VoteCodes.serial(authority.serial())));
		marks.find(voteId, code.headId()).ifPresent(mark -> Casting.requireReplaceable(vote, mark));
		var holder = key(voteId, authority);
		requireRoom(vote, code.headId(), holder);
		db.sql("""
				insert into vote_proxy (id, vote_id, head_id, holder_key, holder_sealed, document, signed_on, state, live_key, registered, registered_by)
				values (nextval('vote_seq'), ?, ?, ?, ?, ?, ?, 'GIVEN', ?, ?, ?)""")
				.params(voteId, code.headId(), holder, vault.seal(authority.holder().strip() + "\n" + authority.phone().strip(), context(voteId, holder)),
						authority.document().strip(), authority.signedOn(), CodeRows.key(voteId, code.headId()),
						Timestamp.from(clock.instant()), officer.personId())
				.update();
	}

	/** The owner takes it back, or it was wrong. */
	@Transactional
	public void revoke(long voteId, long proxyId, String reason, Viewer officer) {
		running(voteId, officer);
		if (reason == null || reason.isBlank() || reason.strip().length() > MAX_REASON) {
			throw Refusal.onField("reason", "votes.box.spoil-reason", MAX_REASON);
		}
		if (db.sql("update vote_proxy set state = 'REVOKED', live_key = null, reason = ? where id = ? and vote_id = ? and state = 'GIVEN'")
				.params(reason.strip(), proxyId, voteId).update() == 0) {
			throw new Refusal("votes.box.proxy-used");
		}
	}

	List<Given> of(long voteId) {
		return db.sql("""
				select p.id, p.holder_key, p.holder_sealed, p.document, p.signed_on, p.state,
				  (select max(c.serial) from vote_code c where c.live_key = p.vote_id || ':' || p.head_id) as serial
				from vote_proxy p where p.vote_id = ? order by p.id fetch first 500 rows only""").param(voteId)
				.query((row, n) -> new Given(row.getLong("id"), row.getString("serial"),
						masked(vault.open(row.getBytes("holder_sealed"), context(voteId, row.getString("holder_key")))),
						row.getString("document"), row.getDate("signed_on").toLocalDate(), row.getString("state")))
				.list();
	}

	/** @throws Refusal without an authority that is good */
	long good(long voteId, long headId) {
		return db.sql("select id from vote_proxy where live_key = ? and state = 'GIVEN'").param(CodeRows.key(voteId, headId))
				.query(Long.class).optional().orElseThrow(() -> Refusal.onField("channel", "votes.box.no-authority"));
	}

	void used(long voteId, long headId) {
		db.sql("update vote_proxy set state = 'USED' where live_key = ? and state = 'GIVEN'").param(CodeRows.key(voteId, headId)).update();
	}

	private static String masked(String name) {
		return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
	}

	private void requireRoom(VoteFacts vote, long headId, String holder) {
		int held = db.sql("select count(*) from vote_proxy where vote_id = ? and holder_key = ? and live_key is not null")
				.params(vote.id(), holder).query(Integer.class).single();
		if (held >= vote.proxyCap()) {
			throw Refusal.onField("holder", "votes.box.proxy-full", vote.proxyCap());
		}
		if (db.sql("select 1 from vote_proxy where live_key = ?").param(CodeRows.key(vote.id(), headId)).query(Integer.class).optional().isPresent()) {
			throw Refusal.onField("serial", "votes.box.proxy-twice");
		}
	}

	private void complete(Authority authority) {
		require("holder", authority.holder(), MAX_NAME);
		require("phone", authority.phone(), MAX_NAME);
		require("document", authority.document(), MAX_DOCUMENT);
		if (authority.signedOn() == null || authority.signedOn().isAfter(LocalDate.now(clock))) {
			throw Refusal.onField("signedOn", "votes.box.proxy-signed");
		}
	}

	private static void require(String field, String text, int longest) {
		if (text == null || text.isBlank() || text.strip().length() > longest) {
			throw Refusal.onField(field, "votes.box.proxy-field", longest);
		}
	}

	private VoteFacts running(long voteId, Viewer officer) {
		var vote = votes.locked(voteId);
		rights.require(officer, rolls.of(vote.rollId()));
		if (vote.state() != VoteState.ANNOUNCED && vote.state() != VoteState.OPEN) {
			throw new Refusal("votes.box.codes-not-now");
		}
		return vote;
	}

	private String key(long voteId, Authority authority) {
		var person = authority.holder().replaceAll("\\s", "") + "|" + authority.phone().replaceAll("\\D", "");
		return HexFormat.of().formatHex(vault.mac("proxy:" + voteId + ":" + person).get(0));
	}

	private static String context(long voteId, String holder) {
		return "proxy:" + voteId + ":" + holder;
	}
}
