package cn.cuobian.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * The way back to an older version: a draft like any other, with four eyes, and with a plan that leads open matters back
 * the way they came.
 */
@Component
class RollBack {

	private final Drafts drafts;
	private final Bundles bundles;
	private final PlacementRows rows;
	private final Placements placements;
	private final Impacts impacts;
	private final Approval approval;
	private final MessageSource messages;
	private final TransactionOperations transactions;

	RollBack(Drafts drafts, Bundles bundles, PlacementRows rows, Placements placements, Impacts impacts, Approval approval, MessageSource messages,
			TransactionOperations transactions) {
		this.drafts = drafts;
		this.bundles = bundles;
		this.rows = rows;
		this.placements = placements;
		this.impacts = impacts;
		this.approval = approval;
		this.messages = messages;
		this.transactions = transactions;
	}

	/**
	 * Draws the way back and submits it; where somebody has to say first where matters go, it is left open.
	 *
	 * @return the draft
	 * @throws Refusal 422 without a reason, or for the version in force
	 */
	long begin(String bundle, int version, String reason, Viewer viewer) {
		var why = Words.required("reason", reason, "design.draft-no-reason");
		if (bundles.current(bundle).version() == version) {
			throw new Refusal("design.move-in-force", version);
		}
		return transactions.execute(beginning -> {
			long draft = drafts.beginFrom(bundle, version, messages.getMessage("design.draft.back-title", new Object[] { version }, LocaleContextHolder.getLocale()), viewer);
			leadBack(draft, bundle, version, viewer);
			if (impacts.of(drafts.of(draft)).stream().noneMatch(Impact::isHomeless)) {
				approval.submit(draft, drafts.of(draft).revision(), why, viewer);
			}
			return draft;
		});
	}

	private void leadBack(long draft, String bundle, int version, Viewer viewer) {
		var sent = bundles.versions(bundle).stream().filter(each -> each.version() > version && each.draft() != null)
				.flatMap(each -> rows.of(each.draft()).stream()).filter(placement -> !placement.isStaying()).toList();
		impacts.of(drafts.of(draft)).stream().filter(Impact::isHomeless).forEach(impact -> source(impact, sent)
				.ifPresent(step -> placements.say(draft, Map.of(impact.model() + ":" + impact.element(), step), viewer)));
	}

	/** The one step from which matters were sent here; of several nobody knows which. */
	private static Optional<String> source(Impact impact, List<Placement> sent) {
		var sources = sent.stream().filter(placement -> placement.model().equals(impact.model()) && impact.element().equals(placement.target()))
				.map(Placement::element).distinct().filter(step -> impact.choices().stream().anyMatch(choice -> choice.element().equals(step))).toList();
		return sources.size() == 1 ? Optional.of(sources.get(0)) : Optional.empty();
	}
}
