package cn.cuobian.elections;

import java.util.ArrayList;
import java.util.List;

import cn.cuobian.refusals.Refusal;

/** The preparation group (筹备组), judged by the rule of its place. */
record PreparationGroup(List<GroupMember> members) {

	/** @throws Refusal with everything that is wrong with it */
	void check(GroupRule rule) {
		var wrong = new ArrayList<Refusal>();
		if (members.size() < rule.least()) {
			wrong.add(new Refusal("elections.group-too-small", rule.least(), members.size()));
		}
		if (rule.odd() && members.size() % 2 == 0) {
			wrong.add(new Refusal("elections.group-even", members.size()));
		}
		if (owners() * rule.ownersOf() < members.size() * (long) rule.ownersPart()) {
			wrong.add(new Refusal("elections.group-owners", rule.ownersPart() + "/" + rule.ownersOf(), owners(), members.size()));
		}
		if (members.stream().filter(GroupMember::leader).map(GroupMember::role).noneMatch(role -> role.code().equals(rule.leader()))) {
			wrong.add(new Refusal("elections.group-leader"));
		}
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
	}

	private long owners() {
		return members.stream().filter(member -> member.role() == Role.OWNER).count();
	}
}
