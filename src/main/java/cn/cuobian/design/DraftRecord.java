package cn.cuobian.design;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.cuobian.people.Viewer;

/** Writes down what is done with drafts. */
@Component
class DraftRecord {

	private final ActRows acts;
	private final Drafts drafts;
	private final Clock clock;

	DraftRecord(ActRows acts, Drafts drafts, Clock clock) {
		this.acts = acts;
		this.drafts = drafts;
		this.clock = clock;
	}

	/** In the caller's transaction, after he has changed the draft. */
	void add(long draft, Act.Kind kind, Viewer viewer, String words) {
		acts.insert(draft, new Act(kind, viewer.personId(), clock.instant(), drafts.of(draft).revision(), words));
	}

	/** Newest first. */
	List<Act> of(long draft) {
		return acts.of(draft);
	}
}
