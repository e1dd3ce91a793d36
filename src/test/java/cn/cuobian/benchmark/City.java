package cn.cuobian.benchmark;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A made-up city of 10 districts, 100 townships, 400 communities, 2,000 compounds and 10,000 buildings with as many open
 * tasks as asked for and three closed matters for each, written by the database itself. Building {@code bb17} lies in
 * compound {@code bc17}, community {@code bm17}, township {@code bt17}, district {@code bd7}: each number is the building's
 * modulo the level's size. Engine tables stay empty: none of the measured pages reads them.
 */
class City {

	static final String STEWARD = "building-steward@bb17";
	static final String JOINT_SECRETARY = "joint-meeting-secretary@bm17";
	static final String DISTRICT_SECRETARY = "district-meeting-secretary@bd7";

	private static final List<Tier> TIERS = List.of(new Tier("PREFECTURE", "bp", null, 1),
			new Tier("CITY", "bd", "bp", 10), new Tier("TOWNSHIP", "bt", "bd", 100),
			new Tier("COMMUNITY", "bm", "bt", 400), new Tier("COMPOUND", "bc", "bm", 2_000),
			new Tier("BUILDING", "bb", "bc", 10_000));

	private final JdbcClient db;
	private final boolean h2;

	City(JdbcClient db, boolean h2) {
		this.db = db;
		this.h2 = h2;
	}

	private record Tier(String level, String prefix, String parent, int size) {

		/** Code of the place of this tier in which number x lies. */
		String code(String x) {
			return size == 1 ? "'" + prefix + "'" : "'" + prefix + "' || mod(" + x + ", " + size + ")";
		}
	}

	void build() {
		for (int i = 0; i < TIERS.size(); i++) {
			Tier tier = TIERS.get(i);
			String parent = i == 0 ? "null" : TIERS.get(i - 1).code("x");
			db.sql("insert into place (code, parent, level, name_zh, name_en, path) select " + tier.code("x") + ", "
					+ parent + ", '" + tier.level() + "', '地点' || x, 'Place ' || x, " + path(i) + " from "
					+ numbers(0, tier.size() - 1)).update();
		}
		db.sql("update place_edition set edition = edition + 1").update();
	}

	private static String path(int depth) {
		var path = new StringBuilder("'/'");
		TIERS.subList(0, depth + 1).forEach(tier -> path.append(" || ").append(tier.code("x")).append(" || '/'"));
		return path.toString();
	}

	/** Only what the lists read, of the first {@code open} matters. */
	void fillLists(int open) {
		tasks(open);
		db.sql("analyze").update();
	}

	/** Numbers the matters 1 to 4 × open; the first {@code open} of them have an open task each. */
	void fill(int open) {
		var indexes = h2 ? dropIndexes() : List.<String>of();
		matters(1, open, "OPEN");
		matters(open + 1, 4 * open, "CLOSED");
		tasks(open);
		indexes.forEach(index -> db.sql(index).update());
		db.sql(h2 ? "analyze sample_size 10000" : "analyze").update();
	}

	/** H2 writes every page an index touches again and again: a million rows with indexes filled a disk of 70 GB. */
	private List<String> dropIndexes() {
		var made = db.sql("script nodata").query(String.class).list().stream()
				.filter(line -> line.matches("(?s)CREATE (UNIQUE )?(NULLS DISTINCT )?INDEX .*\"(MATTER|MATTER_SIGHT|MATTER_EVENT|WORK_ITEM|WORK_OFFER)\"\\(.*"))
				.toList();
		made.forEach(line -> db.sql("drop index " + line.replaceFirst("(?s).*?INDEX (\\S+) ON .*", "$1")).update());
		return made;
	}

	private void matters(int from, int to, String state) {
		db.sql("insert into matter (id, number, place_code, kind, title, narrative, channel, scope, urgent, tier, state,"
				+ " reported_at, timeline_count, timeline_head) select x, " + number("x") + ", " + building("x")
				+ ", 'water', '中庭漏水第' || x || '处', '雨后中庭地面一直渗水，已经第' || x || '天，电梯口也湿了，请尽快来看看。',"
				+ " 'WEB', 'BUILDING', false, 'BUILDING', '" + state + "', " + instant("x") + ", 3, '0' from "
				+ numbers(from, to)).update();
		for (Tier tier : TIERS) {
			db.sql("insert into matter_sight (who, matter_id) select 'at:' || " + tier.code("x") + ", x from "
					+ numbers(from, to)).update();
		}
		db.sql("insert into matter_sight (who, matter_id) select " + group("x") + ", x from " + numbers(from, to)).update();
		for (int seq = 1; seq <= 3; seq++) {
			db.sql("insert into matter_event (matter_id, seq, at, kind, payload, prev_hash, hash) select x, " + seq + ", "
					+ instant("x") + ", 'NOTED', '{}', '0', '0' from " + numbers(from, to)).update();
		}
	}

	private void tasks(int open) {
		db.sql("insert into work_item (task_id, subject, model_key, element_id, name, name_en, number, title, kind, tier,"
				+ " place, prefecture, city, township, community, compound, building, opened, due) select 'task' || x,"
				+ " 'matter:' || x, 'ladder', 'user_handle_at_building', '楼栋长办理', 'Handle', " + number("x")
				+ ", '中庭漏水第' || x || '处', 'water', 'building', " + building("x") + ", " + codes() + ", " + instant("x")
				+ ", " + due("x") + " from " + numbers(1, open)).update();
		db.sql("insert into work_offer (group_key, task_id, taken, number, opened, due) select " + group("x") + ", 'task' || x, false, "
				+ number("x") + ", " + instant("x") + ", " + due("x") + " from " + numbers(1, open)).update();
	}

	/** Open clocks for the board: most due at the end of a day, a tenth at an hour, a tenth paused, one in a thousand listed. */
	void fillBoard(int open) {
		db.sql("insert into watched (clock_id, subject, matter_id, number, title, kind, tier, code, place, prefecture, city, township,"
				+ " community, compound, building, task_id, step, step_en, group_key, assignee, due, asked, urged, listed) select x,"
				+ " 'matter:' || x, x, " + number("x") + ", '中庭漏水第' || x || '处', 'water', case when mod(x, 3) = 0 then 'hall' else"
				+ " 'building' end, 'LADDER.BUILDING', " + building("x") + ", " + codes() + ", 'task' || x, '楼栋长办理', 'Handle', "
				+ group("x") + ", case when mod(x, 2) = 0 then mod(x, 20000) + 1 end, " + boardDue("x") + ", mod(x, 1009) = 0, 0,"
				+ " mod(x, 1013) = 0 from " + numbers(1, open)).update();
		for (Tier tier : TIERS) {
			var column = tier.level().toLowerCase(java.util.Locale.ROOT);
			db.sql("insert into watch_tally (id, place, due_on, delta) select nextval('watch_tally_seq'), place, due_on, clocks from (select "
					+ column + " as place, " + LAST_DAY + " as due_on, count(*) as clocks from watched group by 1, 2) as days").update();
		}
	}

	private static final String LAST_DAY = "case when due >= timestamptz '9999-01-01' then date '9999-12-31'"
			+ " else cast((due - interval '1 microsecond') at time zone 'Asia/Shanghai' as date) end";

	/** From five days ago to sixty ahead. */
	private static String boardDue(String x) {
		String day = "date_trunc('day', now() at time zone 'Asia/Shanghai') + (mod(" + x + " * 7919, 65) - 5) * interval '1 day'";
		return "case when mod(" + x + " / 7, 10) = 0 then timestamptz '9999-12-31 00:00:00+00' when mod(" + x + " / 11, 10) = 0 then ("
				+ day + " + mod(" + x + ", 86400) * interval '1 second') at time zone 'Asia/Shanghai' else (" + day
				+ ") at time zone 'Asia/Shanghai' end";
	}

	private static String codes() {
		return String.join(", ", TIERS.stream().map(tier -> tier.code("x")).toList());
	}

	private static String building(String x) {
		return TIERS.get(5).code(x);
	}

	static String number(long x) {
		return "QZ-2026-%07d".formatted(x);
	}

	private static String number(String x) {
		return "'QZ-2026-' || lpad(cast(" + x + " as varchar), 7, '0')";
	}

	/** Ten in a hundred lie with the district, ten with the joint meetings, the rest with the stewards. */
	private static String group(String x) {
		String lot = "mod(" + x + " / 10000, 10)";
		return "case when " + lot + " = 0 then 'district-meeting-secretary@' || " + TIERS.get(1).code(x) + " when " + lot
				+ " = 1 then 'joint-meeting-secretary@' || " + TIERS.get(3).code(x) + " else 'building-steward@' || "
				+ building(x) + " end";
	}

	private static String instant(String x) {
		return moment("2026-03-01 00:00:00+08", "mod(" + x + " * 7919, 20000000)");
	}

	private static String due(String x) {
		return moment("2026-11-01 00:00:00+08", "mod(" + x + " * 104729, 5000000)");
	}

	private static String moment(String start, String seconds) {
		return "cast('" + start + "' as timestamp with time zone) + " + seconds + " * interval '1' second";
	}

	private String numbers(int from, int to) {
		String call = (h2 ? "system_range(" : "generate_series(") + "cast(" + from + " as bigint), cast(" + to + " as bigint))";
		return h2 ? call : call + " as g(x)";
	}
}
