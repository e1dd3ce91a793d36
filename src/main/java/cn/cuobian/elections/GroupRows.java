package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code group_member}; names are sealed for their election. */
@Repository
class GroupRows {

	private final JdbcClient db;
	private final Vault vault;

	GroupRows(JdbcClient db, Vault vault) {
		this.db = db;
		this.vault = vault;
	}

	void add(long electionId, Role role, boolean leader, String name) {
		db.sql("insert into group_member (id, election_id, role, leader, name_sealed) values (nextval('election_seq'), ?, ?, ?, ?)")
				.params(electionId, role.name(), leader, vault.seal(name, context(electionId))).update();
	}

	/** Whether there was such a member. */
	boolean remove(long electionId, long memberId) {
		return db.sql("delete from group_member where election_id = ? and id = ?").params(electionId, memberId).update() > 0;
	}

	PreparationGroup of(long electionId) {
		List<GroupMember> members = db.sql("select id, role, leader, name_sealed from group_member where election_id = ? order by id")
				.param(electionId).query((row, n) -> new GroupMember(row.getLong("id"), Role.valueOf(row.getString("role")),
						row.getBoolean("leader"), vault.open(row.getBytes("name_sealed"), context(electionId))))
				.list();
		return new PreparationGroup(members);
	}

	private static String context(long electionId) {
		return "group-member:" + electionId;
	}
}
