package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import cn.cuobian.people.Viewer;
import cn.cuobian.vault.Sha256;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The owners of a compound of eight buildings as an election meets them: a roll, and ballots for the candidates of a vote. */
public final class OwnersOfACompound {

	private static final int BUILDINGS = 8;

	private final JdbcTemplate db;
	private final Casting casting;
	private final VoteCodes codes;
	private final Counting counting;
	private final Clock clock;

	public OwnersOfACompound(ApplicationContext application) {
		db = application.getBean(JdbcTemplate.class);
		casting = application.getBean(Casting.class);
		codes = application.getBean(VoteCodes.class);
		counting = application.getBean(Counting.class);
		clock = application.getBean(Clock.class);
	}

	/** Code of the n-th flat, counted from 0. */
	public static String unit(int n) {
		return "%d幢%03d".formatted(n % BUILDINGS + 1, n / BUILDINGS + 101);
	}

	/** A draft with so many flats of 100 m², each of an owner of its own. */
	public long draft(String place, int households) {
		db.update("""
				insert into roll (place, title, parking, state, edition, units, heads, area, secret, created, created_by)
				values (?, '业主名册', false, 'DRAFT', 1, ?, ?, ?, ?, ?, 1)""", place, households, households, households * 100_00L,
				new byte[] { 1 }, Timestamp.from(clock.instant()));
		long roll = db.queryForObject("select max(id) from roll where place = ?", Long.class, place);
		var heads = new ArrayList<Object[]>();
		var units = new ArrayList<Object[]>();
		for (int n = 0; n < households; n++) {
			long head = db.queryForObject("select nextval('roll_seq')", Long.class);
			heads.add(new Object[] { head, roll, n + 1, "buyer" + head });
			units.add(new Object[] { head + 1, roll, unit(n), unit(n).substring(0, 2), head, new byte[] { 1 } });
		}
		db.batchUpdate("insert into roll_head (id, roll_id, no, kind, buyer, area, units) values (?, ?, ?, 'OWNER', ?, 10000, 1)", heads);
		db.batchUpdate("""
				insert into roll_unit (id, roll_id, code, building, area, used_as, unsold, head_id, salt)
				values (?, ?, ?, ?, 10000, 'DWELLING', false, ?, ?)""", units);
		return roll;
	}

	public void freeze(long roll) {
		db.update("update roll set state = 'FROZEN', fingerprint = ? where id = ?", Sha256.hex("roll " + roll), roll);
	}

	/** Every owner gets a code. */
	public void codes(long vote, Viewer officer) {
		codes.issue(vote, officer);
	}

	/** The next so many owners who have not voted vote online for these candidates, by their numbers on the ballot. */
	public void vote(long vote, int owners, Integer... candidates) {
		cast(vote, owners, new Choice.Named(new TreeSet<>(List.of(candidates))));
	}

	/** The same on a motion. */
	public void say(long vote, int owners, boolean yes) {
		cast(vote, owners, yes ? Choice.Mark.YES : Choice.Mark.NO);
	}

	/** The lot between candidates who stand equal. */
	public void draw(long vote, List<Integer> drawn, Viewer officer) {
		counting.drawLots(vote, 1, drawn, "三位业主代表", officer);
	}

	/** As the officer counts on the page of the vote. */
	public void count(long vote, Viewer officer) {
		counting.count(vote, officer);
	}

	private void cast(long vote, int owners, Choice choice) {
		var heads = db.queryForList("""
				select h.id from roll_head h join vote v on v.roll_id = h.roll_id where v.id = ?
				and not exists (select 1 from cast_mark m where m.vote_id = v.id and m.head_id = h.id) order by h.no fetch first %d rows only"""
				.formatted(owners), Long.class, vote);
		if (heads.size() < owners) {
			throw new AssertionError("only " + heads.size() + " owners have not voted");
		}
		heads.forEach(head -> casting.cast(Casting.Ballot.online(vote, head, Map.of(1, choice))));
	}
}
