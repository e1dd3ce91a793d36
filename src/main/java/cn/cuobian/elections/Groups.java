package cn.cuobian.elections;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the preparation group. Whether it may stand is judged when the step is done. */
@Component
class Groups {

	private static final int MAX_NAME = 60;

	private final GroupRows rows;
	private final Elections elections;
	private final ElectionRights rights;
	private final ElectionLog log;

	Groups(GroupRows rows, Elections elections, ElectionRights rights, ElectionLog log) {
		this.rows = rows;
		this.elections = elections;
		this.rights = rights;
		this.log = log;
	}

	PreparationGroup of(long electionId) {
		return rows.of(electionId);
	}

	/** @throws Refusal 403, 409 once the preparation is over, 422 without a name or a role */
	@Transactional
	public void add(long electionId, Role role, boolean leader, String name, Viewer viewer) {
		var election = preparing(electionId, viewer);
		if (name == null || name.isBlank() || name.strip().length() > MAX_NAME) {
			throw Refusal.onField("name", "elections.text", MAX_NAME);
		}
		if (role == null) {
			throw Refusal.onField("role", "elections.role");
		}
		rows.add(electionId, role, leader, name.strip());
		log.by(election.subject(), viewer.personId(), "group-added", role.code());
	}

	/** @throws Refusal 404 if there is no such member */
	@Transactional
	public void remove(long electionId, long memberId, Viewer viewer) {
		var election = preparing(electionId, viewer);
		if (!rows.remove(electionId, memberId)) {
			throw Refusal.notFound();
		}
		log.by(election.subject(), viewer.personId(), "group-removed");
	}

	private Election preparing(long electionId, Viewer viewer) {
		var election = elections.locked(electionId);
		rights.require(rights.runs(viewer, election.place()));
		election.requirePreparing();
		return election;
	}
}
