package cn.cuobian.faults;

import java.util.List;
import java.util.Set;

import cn.cuobian.faults.Tampering.Act;

import static cn.cuobian.faults.Tampering.Act.CHANGED;
import static cn.cuobian.faults.Tampering.Act.CUT;
import static cn.cuobian.faults.Tampering.Act.DELETED;
import static cn.cuobian.faults.Tampering.Act.INSERTED;
import static cn.cuobian.faults.Tampering.Act.PUT_BACK;
import static cn.cuobian.faults.Tampering.Act.PUT_BACK_WITH_HEAD;
import static cn.cuobian.faults.Tampering.Act.PUT_BACK_WITH_MARKS;
import static cn.cuobian.faults.Tampering.Act.SWAPPED;

/**
 * A table that the command {@code verify-records} reads, called {@code t} in expressions.
 *
 * @param words what a row is
 * @param rows those that stand in records which are held to anything
 * @param key columns of the primary key; within a record the last of them is the order
 * @param whole the same for all rows of one record
 * @param name of the record as the check says it, with the line where it says one
 * @param read columns that the check reads, apart from those of the key
 * @param fresh columns in which an inserted copy must differ from its pattern
 * @param time since when a row stands; null where nothing says it
 * @param found what is done to it and must be found
 * @param missed what is done to it and cannot be found
 */
record Kept(String words, String table, String rows, List<String> key, String whole, String name, List<String> read, List<String> fresh, String time,
		Set<Act> found, Set<Act> missed) {

	private static final String EACH = "true";
	/** All rows are in one heap. */
	private static final String HEAP = "0";
	private static final String NUMBER = "(select m.number from matter m where m.id = t.matter_id)";
	private static final String VOTE = "t.vote_id || ' ' || (select v.title from vote v where v.id = t.vote_id) || ': ' || ";
	private static final String LINES = "(select v.seq from vote v where v.id = t.vote_id)";
	private static final String ROLL = "(select r.id || ' ' || r.title from roll r where r.id = t.roll_id)";
	private static final String FROZEN = "t.roll_id in (select r.id from roll r where r.fingerprint is not null)";
	private static final Set<Act> CHAIN = Set.of(CHANGED, DELETED, INSERTED, SWAPPED, CUT, PUT_BACK);

	/** All of them. */
	static final List<Kept> ALL = List.of(
			new Kept("lines of matters", "matter_event", EACH, List.of("matter_id", "seq"), "t.matter_id", NUMBER + " || ': ' || t.seq",
					List.of("at", "kind", "actor", "on_behalf_of", "payload", "prev_hash", "hash"), List.of("seq"), "at", CHAIN, Set.of()),
			new Kept("number and last hash of a matter's lines", "matter", "t.timeline_count > 1", List.of("id"), HEAP, "t.number || ': ' || (t.timeline_count + 1)",
					List.of("timeline_count", "timeline_head"), List.of(), null, Set.of(CHANGED), Set.of(DELETED, PUT_BACK_WITH_HEAD)),
			new Kept("photos and papers of matters", "matter_attachment", EACH, List.of("id"), HEAP, NUMBER + " || ': ' || t.name",
					List.of("sha256", "content"), List.of("id"), "added_at", Set.of(CHANGED), Set.of(DELETED, INSERTED, SWAPPED, CUT, PUT_BACK)),
			new Kept("lines of boxes", "box_entry", EACH, List.of("vote_id", "seq"), "t.vote_id", VOTE + "t.seq",
					List.of("at", "kind", "head_no", "channel", "payload", "payload_sealed", "hash"), List.of("seq"), "at", CHAIN, Set.of()),
			new Kept("number and last hash of a box's lines", "vote", "t.opened is not null and t.seq > 1", List.of("id"), HEAP, "t.id || ' ' || t.title || ': ' || (t.seq + 1)",
					List.of("seq", "head_hash"), List.of(), null, Set.of(CHANGED, PUT_BACK_WITH_HEAD), Set.of(DELETED)),
			new Kept("published marks of boxes", "box_anchor", EACH, List.of("vote_id", "seq"), "t.vote_id", VOTE + '(' + LINES + " + 1)",
					List.of("hash"), List.of("seq"), "at", Set.of(CHANGED, INSERTED, SWAPPED), Set.of(DELETED, CUT, PUT_BACK, PUT_BACK_WITH_MARKS)),
			new Kept("papers of secret votes", "box_paper", EACH, List.of("vote_id", "paper"), "t.vote_id", VOTE + LINES,
					List.of("area", "choices_sealed"), List.of("paper"), null, Set.of(CHANGED, DELETED, INSERTED, SWAPPED, CUT), Set.of()),
			new Kept("results of votes", "vote_result", EACH, List.of("vote_id"), HEAP, "t.vote_id || ' ' || (select v.title from vote v where v.id = t.vote_id)",
					List.of("text", "hash"), List.of("vote_id"), "counted", Set.of(CHANGED), Set.of(DELETED, INSERTED, SWAPPED, CUT, PUT_BACK)),
			new Kept("fingerprints of rolls", "roll", "t.fingerprint is not null", List.of("id"), HEAP, "t.id || ' ' || t.title",
					List.of("fingerprint"), List.of(), null, Set.of(CHANGED, SWAPPED), Set.of(DELETED)),
			new Kept("units of rolls", "roll_unit", FROZEN, List.of("roll_id", "id"), "t.roll_id", ROLL,
					List.of("used_as", "area", "unsold", "salt"), List.of("id", "code"), null, Set.of(CHANGED, DELETED, INSERTED, SWAPPED, CUT), Set.of()),
			new Kept("owners of rolls", "roll_owner", FROZEN, List.of("roll_id", "id"), "t.roll_id", ROLL,
					List.of("name_sealed"), List.of("id", "owner_key"), null, Set.of(CHANGED, DELETED, INSERTED, SWAPPED, CUT), Set.of()),
			new Kept("who owns which unit", "roll_share", EACH, List.of("unit_id", "owner_id"), "(select u.roll_id from roll_unit u where u.id = t.unit_id)",
					"(select r.id || ' ' || r.title from roll r join roll_unit u on u.roll_id = r.id where u.id = t.unit_id)",
					List.of("owner_id"), List.of("owner_id"), null, Set.of(CHANGED, DELETED, INSERTED), Set.of()),
			new Kept("files of procedures", "design_content", EACH, List.of("digest"), HEAP, "t.digest",
					List.of("content"), List.of("digest"), null, Set.of(CHANGED, DELETED, INSERTED, SWAPPED, CUT), Set.of()),
			new Kept("versions of procedures", "design_version", EACH, List.of("bundle", "version"), HEAP, "t.bundle || ': ' || t.version",
					List.of("digest"), List.of("version"), null, Set.of(CHANGED, INSERTED, SWAPPED), Set.of(DELETED)),
			new Kept("names of files in versions", "design_version_file", EACH, List.of("bundle", "version", "path"), "t.bundle || ':' || t.version", "t.bundle || ': ' || t.version",
					List.of("digest"), List.of("path"), null, Set.of(CHANGED, DELETED, INSERTED, SWAPPED, CUT), Set.of()));

	static Kept of(String table) {
		return ALL.stream().filter(kept -> kept.table().equals(table)).findFirst().orElseThrow();
	}
}
