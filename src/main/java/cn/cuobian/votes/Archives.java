package cn.cuobian.votes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Archive.AnchorLine;
import cn.cuobian.votes.Archive.BoxLine;
import cn.cuobian.votes.Archive.CodeLine;

/**
 * The signed archive of a counted vote, and the program that checks it. The archive of a real-name vote says which number
 * of the roll voted what and is there for lawful inspection only; that of a secret vote holds no such link.
 */
@Component
public class Archives {

	static final int MAX_REASON = 200;
	private static final String VERIFIER = "/verifier/Verifier.java";
	private static final String README = "/verifier/README.txt";

	private final JdbcClient db;
	private final VoteRows votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final HeadRows heads;
	private final Box box;
	private final BoxRows boxRows;
	private final Reconciliation reconciliation;
	private final ResultRows results;
	private final Minutes minutes;
	private final SigningKey key;
	private final People people;
	private final Clock clock;

	Archives(JdbcClient db, VoteRows votes, Rolls rolls, RollRights rights, HeadRows heads, Box box, BoxRows boxRows,
			Reconciliation reconciliation, ResultRows results, Minutes minutes, SigningKey key, People people, Clock clock) {
		this.db = db;
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.heads = heads;
		this.box = box;
		this.boxRows = boxRows;
		this.reconciliation = reconciliation;
		this.results = results;
		this.minutes = minutes;
		this.key = key;
		this.people = people;
		this.clock = clock;
	}

	/** Ed25519, X.509 in base 64, as it is printed on the notice of the assembly. */
	public String publicKey() {
		return key.signer().publicKey();
	}

	/** The program of one file that checks an archive with a JDK and nothing else. */
	public byte[] verifier() {
		return resource(VERIFIER);
	}

	/**
	 * For an officer; who took it, when and why is on record.
	 *
	 * @throws Refusal {@code votes.evidence.not-counted} before the result is on record
	 */
	@Transactional
	public byte[] take(long voteId, String reason, Viewer officer) {
		rights.require(officer, rolls.of(votes.get(voteId).rollId()));
		if (reason == null || reason.isBlank() || reason.strip().length() > MAX_REASON) {
			throw Refusal.onField("reason", "votes.evidence.reason", MAX_REASON);
		}
		byte[] zip = of(voteId);
		db.sql("insert into vote_archive_taken (vote_id, person_id, reason, at) values (?, ?, ?, ?)")
				.params(voteId, officer.personId(), reason.strip(), Timestamp.from(clock.instant())).update();
		return zip;
	}

	/** @param person who took it */
	record Taken(String person, String reason, String at) {
	}

	/** The last first. */
	List<Taken> taken(long voteId) {
		return db.sql("select person_id, reason, at from vote_archive_taken where vote_id = ? order by id desc fetch first 100 rows only")
				.param(voteId).query((row, n) -> new Taken(people.nameOf(row.getLong(1)), row.getString(2), VoteTime.text(row.getTimestamp(3).toInstant())))
				.list();
	}

	/** The same archive whenever it is asked for. @throws Refusal {@code votes.evidence.not-counted} before the result is on record */
	byte[] of(long voteId) {
		var vote = votes.get(voteId);
		var result = results.find(voteId).orElseThrow(() -> new Refusal("votes.evidence.not-counted", vote.title()));
		var archive = new Archive(new String(resource(README), StandardCharsets.UTF_8), votes.sheet(voteId), rollLines(vote.rollId()),
				heads.lines(vote.rollId()), box.entries(voteId).stream().map(Archives::line).toList(),
				vote.isSecret() ? box.secretPapers(voteId) : List.of(), anchors(voteId),
				codes(voteId), results.orders(voteId), reconciliation.of(voteId).lines(), result.text(), String.join("\n", minutes.of(vote)) + "\n");
		return SealedZip.of(archive.files(), key.signer());
	}

	/** In the order in which the fingerprint was made: by code points. */
	private List<String> rollLines(long roll) {
		record Line(String code, String hash) {
		}
		return db.sql("select code, line_hash from roll_unit where roll_id = ? and line_hash is not null").param(roll)
				.query((row, n) -> new Line(row.getString(1), row.getString(2))).list().stream()
				.sorted(Comparator.comparing(Line::code)).map(Line::hash).toList();
	}

	private static BoxLine line(BoxEntry entry) {
		return new BoxLine(entry.seq(), entry.at(), entry.kind().name(), entry.headNo() == null ? 0 : entry.headNo(),
				entry.channel() == null ? BoxEntry.NONE : entry.channel().name(), entry.payload(), entry.hash());
	}

	private List<AnchorLine> anchors(long voteId) {
		return boxRows.anchors(voteId).stream().map(each -> new AnchorLine(each.seq(), each.hash(), each.at())).toList();
	}

	private List<CodeLine> codes(long voteId) {
		return db.sql("select serial, state from vote_code where vote_id = ?").param(voteId)
				.query((row, n) -> new CodeLine(row.getString(1), row.getString(2))).list().stream()
				.sorted(Comparator.comparing(CodeLine::serial)).toList();
	}

	private static byte[] resource(String name) {
		try (InputStream in = Archives.class.getResourceAsStream(name)) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
