package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.engine.Moving.Origin;
import cn.cuobian.engine.Moving.Standing;
import cn.cuobian.engine.Moving.Waiting;

/**
 * Counts running procedures in the engine's tables. A leaf of the tree of executions is where something is waited for;
 * what has ended inside a step of several, and waits there for the others, has no activity instance any more.
 */
@Repository
class MovingRows {

	private static final String LEAVES = """
			from act_re_deployment p
			join act_re_procdef d on d.deployment_id_ = p.id_
			join act_ru_execution e on e.proc_def_id_ = d.id_
			join act_ru_execution r on r.id_ = e.proc_inst_id_
			where e.act_id_ is not null and e.act_inst_id_ is not null and e.is_event_scope_ = false
			  and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)""";

	private static final String BEHIND = """
			from act_re_deployment p
			join act_re_procdef d on d.deployment_id_ = p.id_
			join act_ru_execution r on r.proc_def_id_ = d.id_ and r.parent_id_ is null
			where p.name_ = :room and p.id_ <> :deployment""";

	private final JdbcClient db;

	MovingRows(JdbcClient db) {
		this.db = db;
	}

	Optional<Origin> origin(String definition) {
		return db.sql("select p.name_, p.id_ from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_ where d.id_ = ?").param(definition)
				.query((row, n) -> new Origin(row.getString(1), row.getString(2))).optional();
	}

	List<Waiting> waiting(String room) {
		return db.sql("select d.deployment_id_, d.key_, d.version_, e.act_id_, count(distinct r.business_key_) as subjects " + LEAVES
				+ " and p.name_ = ? group by d.deployment_id_, d.key_, d.version_, e.act_id_ order by d.key_, d.version_ desc, e.act_id_").param(room)
				.query((row, n) -> new Waiting(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getLong(5))).list();
	}

	Map<String, Long> open(String room) {
		Map<String, Long> open = new HashMap<>();
		db.sql("""
				select p.id_, count(distinct r.business_key_) from act_re_deployment p
				join act_re_procdef d on d.deployment_id_ = p.id_
				join act_ru_execution r on r.proc_def_id_ = d.id_ and r.parent_id_ is null
				where p.name_ = ? group by p.id_""").param(room).query(row -> {
			open.put(row.getString(1), row.getLong(2));
		});
		return open;
	}

	List<Standing> standing(String subject, String room) {
		return db.sql("select distinct d.deployment_id_, d.key_, d.version_, e.act_id_ " + LEAVES
				+ " and r.business_key_ = ? and p.name_ = ? order by d.key_, e.act_id_").params(subject, room)
				.query((row, n) -> new Standing(row.getString(1), row.getString(2), row.getInt(3), row.getString(4))).list();
	}

	List<String> waitingAt(String deployment, String model, String element, String after, int most) {
		return db.sql("select distinct r.business_key_ " + LEAVES + " and p.id_ = :deployment and d.key_ = :model and e.act_id_ = :element"
				+ " and r.business_key_ > :after order by r.business_key_ fetch first :most rows only").param("deployment", deployment)
				.param("model", model).param("element", element).param("after", after).param("most", most).query(String.class).list();
	}

	long countBehind(String room, String deployment) {
		return db.sql("select count(distinct r.business_key_) " + BEHIND).param("room", room).param("deployment", deployment)
				.query(Long.class).single();
	}

	List<String> behind(String room, String deployment, String after, int most) {
		return db.sql("select distinct r.business_key_ " + BEHIND + " and r.business_key_ > :after order by r.business_key_ fetch first :most rows only")
				.param("room", room).param("deployment", deployment).param("after", after).param("most", most).query(String.class).list();
	}

	/** Execution and step of every place at which an instance waits. */
	Map<String, String> leaves(String instance) {
		Map<String, String> leaves = new TreeMap<>();
		db.sql("select e.id_, e.act_id_ " + LEAVES + " and r.id_ = ?").param(instance).query(row -> {
			leaves.put(row.getString(1), row.getString(2));
		});
		return leaves;
	}

	/** A running instance, as far as a move has to know it. */
	record Instance(String id, String definition, String model, String deployment) {
	}

	/** Callers before those they called. */
	List<Instance> instances(String subject, String room, String deployment) {
		return db.sql("select r.id_, d.id_, d.key_, p.id_ " + BEHIND + " and r.business_key_ = :subject order by r.id_").param("room", room)
				.param("deployment", deployment).param("subject", subject)
				.query((row, n) -> new Instance(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
	}
}
