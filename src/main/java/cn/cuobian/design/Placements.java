package cn.cuobian.design;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Where those who wait are to go: said while the draft is drawn on, approved with it. */
@Component
class Placements {

	/** Stands for "they finish on their old version". */
	static final String STAY = "-";

	private final Drafts drafts;
	private final DraftTable table;
	private final PlacementRows rows;
	private final Impacts impacts;
	private final DraftRecord record;
	private final TransactionOperations transactions;
	private final Clock clock;

	Placements(Drafts drafts, DraftTable table, PlacementRows rows, Impacts impacts, DraftRecord record, TransactionOperations transactions, Clock clock) {
		this.drafts = drafts;
		this.table = table;
		this.rows = rows;
		this.impacts = impacts;
		this.record = record;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Keeps what was said of some steps.
	 *
	 * @param given by {@code model:element} a step of the draft, {@link #STAY}, or an empty text to leave it to the ids
	 * @throws Refusal 422 for a step that is not offered, 409 when the draft is no longer drawn on
	 */
	void say(long id, Map<String, String> given, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.draws(viewer);
		transactions.executeWithoutResult(saying -> {
			if (!table.hold(id)) {
				throw new Refusal("design.draft-not-open").status(HttpStatus.CONFLICT);
			}
			List<String> words = new ArrayList<>();
			impacts.of(draft).forEach(impact -> {
				var target = given.get(impact.model() + ":" + impact.element());
				if (target != null && !target.equals(impact.answer())) {
					keep(id, impact, target, viewer);
					words.add(impact.name() + " → " + (target.isEmpty() ? impact.element() : target));
				}
			});
			if (!words.isEmpty()) {
				record.add(id, Act.Kind.PLACED, viewer, String.join("；", words));
			}
		});
	}

	private void keep(long draft, Impact impact, String target, Viewer viewer) {
		if (target.isEmpty()) {
			rows.remove(draft, impact.model(), impact.element());
			return;
		}
		boolean stays = target.equals(STAY);
		if (!stays && impact.choices().stream().noneMatch(choice -> choice.element().equals(target))) {
			throw new Refusal("design.move-no-such-step", impact.name());
		}
		rows.put(draft, new Placement(impact.model(), impact.element(), stays ? null : target, viewer.personId(), clock.instant()));
	}
}
