package cn.cuobian.elections;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.clocks.WorkingCalendar;

/** Drives elections as far as a test wants them. */
abstract class Electing extends ElectionHouse {

	static final String ASSEMBLY = "集体讨论和书面征求意见，小区一楼活动室";

	/** A first election that was applied for. */
	Driven applied(String schedule) {
		return new Driven(elections.begin(new NewElection(here.compound(), "第一届业主委员会选举", Election.FIRST, schedule, 7, 3), officer));
	}

	/** Accepted, with a preparation group whose list hangs out. */
	Driven prepared() {
		var run = applied("fast31").done("user_check_mandate", Map.of("basis", "owners", "decision", "accept", "schedule", "fast31"));
		composeGroup(run.id);
		return run.done("user_compose_group", TICKED);
	}

	void composeGroup(long election) {
		for (int i = 1; i <= 4; i++) {
			groups.add(election, Role.OWNER, false, "业主" + i, officer);
		}
		groups.add(election, Role.SUBDISTRICT, true, "街道组长", officer);
		groups.add(election, Role.RESIDENTS_COMMITTEE, false, "居委会", officer);
		groups.add(election, Role.DEVELOPER, false, "建设单位", officer);
	}

	/** So many were nominated and passed, the register is frozen, and the list is to be fixed. */
	Driven reviewed(int names) {
		var run = prepared();
		run.nominate(names);
		run.register();
		run.done("user_collect_nominations", Map.of("closed", true));
		run.passAll();
		return run.noticeEnds("group");
	}

	/** The vote is announced and the candidates hang out. */
	Driven announced(int names) {
		return reviewed(names).done("user_fix_list", FIXED).done("user_plan_assembly", plan(17, 21, null));
	}

	/** The box is open and every owner has a code. */
	Driven open(int names) {
		return announced(names).noticeEnds("candidates").opens();
	}

	/** So many owners voted for the first seven; counted. */
	Driven elected() {
		return counted(open(11), 400, 1, 2, 3, 4, 5, 6, 7);
	}

	Driven counted(Driven run, int voters, Integer... names) {
		owners.vote(run.vote(), voters, names);
		return run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled());
	}

	static Map<String, Object> closing() {
		return Map.of("present", List.of("scrutineers", "owners"), "words", "当场封箱");
	}

	static Map<String, Object> reconciled() {
		return Map.of("reconciled", true, "present", List.of("scrutineers", "owners"), "words", "核对一致");
	}

	/** @param extendsTo days from now, or null */
	Map<String, Object> plan(int opens, int closes, Integer extendsTo) {
		var form = new HashMap<String, Object>(Map.of("opens", at(opens, 9), "closes", at(closes, 18), "openness", "real-name", "proxy_cap", 3,
				"where", ASSEMBLY, "told_residents", true));
		if (extendsTo != null) {
			form.put("extends_to", at(extendsTo, 18));
		}
		return form;
	}

	private String at(int days, int hour) {
		return LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE).toLocalDate().plusDays(days).atTime(hour, 0).toString();
	}
}
