package cn.cuobian.design;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.inspection.Finding;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;

/** The gate's judgement of a draft, in the reader's language. */
@Component
class Lint {

	private final Inspector inspector;
	private final Drafts drafts;
	private final Bundles bundles;
	private final MessageSource messages;

	Lint(Inspector inspector, Drafts drafts, Bundles bundles, MessageSource messages) {
		this.inspector = inspector;
		this.drafts = drafts;
		this.bundles = bundles;
		this.messages = messages;
	}

	/**
	 * What is wrong, and how to mend it.
	 *
	 * @param file as {@link ModelFile#path()}
	 * @param element to mark; empty when it is about the file as a whole
	 */
	record Judged(String file, String element, String sentence) {
	}

	/** All that is wrong in the draft's own files, and what they break elsewhere. */
	List<Judged> of(long draft) {
		return judged(found(drafts.of(draft)));
	}

	/** The same of any files, such as some that are not saved yet. */
	List<Judged> of(Collection<ModelFile> house) {
		return judged(inspector.inspect(house));
	}

	boolean isClean(long draft) {
		return found(drafts.of(draft)).isEmpty();
	}

	/** What was broken elsewhere before is not this draft's fault; without such a finding the house is read once only. */
	private List<Finding> found(DraftFacts draft) {
		var found = inspector.inspect(drafts.house(draft.id()));
		if (found.stream().allMatch(finding -> isOwn(draft, finding))) {
			return found;
		}
		Set<Finding> before = new HashSet<>(inspector.inspect(bundles.currentHouse()));
		return found.stream().filter(finding -> isOwn(draft, finding) || !before.contains(finding)).toList();
	}

	private static boolean isOwn(DraftFacts draft, Finding finding) {
		return finding.file().equals(Paths.LIMITS) || Paths.bundle(finding.file()).equals(draft.bundle());
	}

	private List<Judged> judged(List<Finding> found) {
		var language = LocaleContextHolder.getLocale();
		return found.stream().map(finding -> new Judged(finding.file(), finding.element(),
				messages.getMessage(finding.messageKey(), finding.allArguments(), finding.messageKey(), language))).toList();
	}
}
