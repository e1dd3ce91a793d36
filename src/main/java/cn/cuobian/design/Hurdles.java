package cn.cuobian.design;

import java.util.List;

import org.springframework.stereotype.Component;

/** Everything that must be in order before a draft is published, from all who know something about it. */
@Component
class Hurdles {

	private final List<Hurdle> hurdles;

	Hurdles(List<Hurdle> hurdles) {
		this.hurdles = hurdles;
	}

	/** Sentences in the reader's language; empty when the draft may be published. */
	List<String> against(DraftFacts draft) {
		return hurdles.stream().flatMap(hurdle -> hurdle.against(draft).stream()).toList();
	}
}
