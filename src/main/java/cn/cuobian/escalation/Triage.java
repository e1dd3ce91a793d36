package cn.cuobian.escalation;

import java.util.Map;

import cn.cuobian.engine.Decisions;
import cn.cuobian.matters.Tier;
import org.springframework.stereotype.Component;

/** Asks {@code bpmn/escalation/triage.dmn} how a matter is talked over, on which tier it begins and by which forum. */
@Component
class Triage {

	private static final String TABLE = "triage";

	private final Decisions decisions;

	Triage(Decisions decisions) {
		this.decisions = decisions;
	}

	/** @param forum who talks it over, a code of the table */
	record Result(Talk talk, Tier tier, String forum) {
	}

	Result of(String kind, boolean urgent, String scope) {
		var row = decisions.decide(TABLE, Map.of("kind", kind, "urgent", urgent, "scope", scope));
		if (row.isEmpty()) {
			throw new IllegalStateException("%s.dmn has no row for %s, %s, urgent=%s".formatted(TABLE, kind, scope, urgent));
		}
		return new Result(Talk.of((String) row.get("talk")), Tier.of((String) row.get("tier")), (String) row.get("forum"));
	}
}
