package cn.cuobian.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much the engine has in its tables. */
final class EngineRows {

	/** Of what runs, and the values that are too long for a column. */
	private static final String RUNNING = "table_name like 'act\\_ru\\_%' or table_name = 'act_ge_bytearray'";
	/** Of what is over, beside what decision 0034 keeps. */
	private static final String OTHER_HISTORY = "table_name like 'act\\_hi\\_%' and table_name not in ('act_hi_procinst', 'act_hi_actinst')";

	private final Connection db;

	EngineRows(Connection db) {
		this.db = db;
	}

	/** By table. */
	Map<String, Long> running() throws SQLException {
		return counts(RUNNING);
	}

	/** By table: what nobody reads, and so nobody writes. */
	Map<String, Long> otherHistory() throws SQLException {
		return counts(OTHER_HISTORY);
	}

	/** Rows by table that belong to an instance that is over, or to a matter that is. */
	Map<String, Long> left() throws SQLException {
		var left = new TreeMap<String, Long>();
		for (var column : pairs("select table_name, column_name from information_schema.columns where table_name like 'act\\_ru\\_%'"
				+ " and column_name in ('proc_inst_id_', 'process_instance_id_') and table_schema = 'public'")) {
			left.put(column[0], new Invariants(db).count("""
					select count(*) from %1$s t where t.%2$s is not null and not exists
					(select 1 from act_ru_execution e join act_ru_execution root on root.id_ = e.root_proc_inst_id_ where e.id_ = t.%2$s and not exists
					(select 1 from matter m where root.business_key_ = 'matter:' || m.id and m.state in ('CLOSED', 'WITHDRAWN')))""".formatted(column[0], column[1])));
		}
		return left;
	}

	/** Instances and steps in the history of a closed matter of the rush, on average, in each third of them by age. */
	List<String> historyOfClosed() throws SQLException {
		var thirds = new ArrayList<String>();
		for (var third : pairs("""
				select third, round(avg(instances + steps), 2) from (select ntile(3) over (order by m.id) as third,
				(select count(*) from act_hi_procinst i where i.root_proc_inst_id_ = root.id_) as instances,
				(select count(*) from act_hi_actinst s where s.root_proc_inst_id_ = root.id_) as steps
				from matter m join act_hi_procinst root on root.business_key_ = 'matter:' || m.id and root.super_process_instance_id_ is null
				where m.narrative like '%s%%' and m.state = 'CLOSED') closed group by third order by third""".formatted(Rush.narrative("")))) {
			thirds.add(third[1]);
		}
		return thirds;
	}

	/** Instances of the rush that would be kept for ever. */
	long neverSweptAway() throws SQLException {
		return new Invariants(db).count("select count(*) from act_hi_procinst i join matter m on i.business_key_ = 'matter:' || m.id"
				+ " where i.removal_time_ is null and m.narrative like '" + Rush.narrative("") + "%'");
	}

	private Map<String, Long> counts(String tables) throws SQLException {
		var counts = new TreeMap<String, Long>();
		for (var table : pairs("select table_name, '' from information_schema.tables where table_schema = 'public' and (" + tables + ")")) {
			counts.put(table[0], new Invariants(db).count("select count(*) from " + table[0]));
		}
		return counts;
	}

	private List<String[]> pairs(String sql) throws SQLException {
		var pairs = new ArrayList<String[]>();
		try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
			while (row.next()) {
				pairs.add(new String[] { row.getString(1), row.getString(2) });
			}
		}
		return pairs;
	}
}
