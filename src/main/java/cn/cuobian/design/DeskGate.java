package cn.cuobian.design;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.design.Lint.Judged;
import cn.cuobian.design.desk.Objections;
import cn.cuobian.design.desk.Objections.Objection;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** The one gate, as it stands before a drawing tool: what it lets pass may be drawn on, all else is told and not kept. */
@Component
class DeskGate {

	private final Lint lint;
	private final Bundles bundles;
	private final RefusalSentences sentences;

	DeskGate(Lint lint, Bundles bundles, RefusalSentences sentences) {
		this.lint = lint;
		this.bundles = bundles;
		this.sentences = sentences;
	}

	/** What was wrong before the files came. */
	Set<Judged> before(Optional<DraftFacts> draft) {
		return new HashSet<>(draft.map(open -> lint.of(open.id())).orElseGet(() -> lint.of(bundles.currentHouse())));
	}

	/**
	 * @param files the paths that were delivered
	 * @throws Objections for what is wrong in them, and for what they break elsewhere
	 */
	void judge(long draft, Set<String> files, Set<Judged> before) {
		List<Objection> wrong = lint.of(draft).stream().filter(judged -> files.contains(judged.file()) || !before.contains(judged))
				.map(judged -> new Objection(Paths.name(judged.file()), judged.element(), 0, judged.sentence())).toList();
		if (!wrong.isEmpty()) {
			throw new Objections(wrong);
		}
	}

	/** What the guard says of the bytes of a model is an objection, with a line; any other refusal stays one. */
	RuntimeException said(Refusal refusal) {
		if (!refusal.rule().startsWith("engine.model-")) {
			return refusal;
		}
		var said = refusal.arguments();
		var file = said.length > 0 ? String.valueOf(said[0]) : "";
		var line = said.length > 1 && said[1] instanceof Integer number ? number : 0;
		var sentence = sentences.sentence(refusal, LocaleContextHolder.getLocale());
		return new Objections(List.of(new Objection(file.substring(file.lastIndexOf('/') + 1), "", line, sentence)));
	}
}
