package cn.cuobian.matters;

import java.util.List;
import java.util.Map;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff add to a matter beside their tasks: comments and files. */
@Component
class Remarks {

	/** Longest comment, in characters. */
	static final int MAX_COMMENT = 2_000;
	/** Files of one matter in all, so that nobody fills the database through one. */
	static final int MAX_FILES_OF_A_MATTER = 100;

	private final Timeline timeline;
	private final Attachments attachments;
	private final TransactionTemplate transaction;

	Remarks(Timeline timeline, Attachments attachments, PlatformTransactionManager transactions) {
		this.timeline = timeline;
		this.attachments = attachments;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Transactional
	public void comment(Matter matter, Viewer viewer, String text) {
		if (text == null || text.isBlank()) {
			throw Refusal.onField("text", "matters.comment-missing");
		}
		if (text.strip().length() > MAX_COMMENT) {
			throw Refusal.onField("text", "matters.words-too-long", MAX_COMMENT);
		}
		timeline.add(matter.id(), TimelineKind.COMMENTED, viewer.personId(), null, Map.of("text", text.strip()));
	}

	/** The files travel before the transaction begins. */
	public void attach(Matter matter, Viewer viewer, List<Report.Upload> uploads) {
		if (uploads.isEmpty()) {
			throw Refusal.onField("photos", "matters.file-missing");
		}
		if (attachments.of(matter.id()).size() + uploads.size() > MAX_FILES_OF_A_MATTER) {
			throw Refusal.onField("photos", "matters.files-of-matter", MAX_FILES_OF_A_MATTER);
		}
		List<KeptFile> files = attachments.keep(uploads);
		transaction.executeWithoutResult(status -> attachments.add(matter.id(), files, viewer.personId()));
	}
}
