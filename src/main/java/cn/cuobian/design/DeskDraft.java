package cn.cuobian.design;

import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * The draft into which a designer's drawing tool puts its files: one that he began and in which nobody else drew. The
 * tool cannot know that a colleague changed the same file meanwhile, and would wipe it out.
 */
@Component
class DeskDraft {

	private final Drafts drafts;
	private final DraftFiles files;

	DeskDraft(Drafts drafts, DraftFiles files) {
		this.drafts = drafts;
		this.files = files;
	}

	Optional<DraftFacts> find(String bundle, Viewer viewer) {
		return drafts.alive(bundle).stream().filter(draft -> isFor(draft, viewer)).findFirst();
	}

	private boolean isFor(DraftFacts draft, Viewer viewer) {
		return draft.state().isEditable() && drafts.hands(draft).equals(Set.of(viewer.personId()));
	}

	/** @throws Refusal 404 for one that he did not begin */
	DraftFacts of(long id, Viewer viewer) {
		var draft = drafts.of(id);
		if (draft.author() != viewer.personId()) {
			throw Refusal.notFound();
		}
		return draft;
	}

	Set<String> paths(DraftFacts draft) {
		return files.now(draft).keySet();
	}
}
