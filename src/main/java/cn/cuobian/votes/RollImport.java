package cn.cuobian.votes;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.LineError;

/** Fills a draft from a sheet: preview, then all of it or nothing. A later sheet takes the place of the earlier. */
@Component
class RollImport {

	private final JdbcClient db;
	private final RollRows rolls;
	private final RollRights rights;
	private final RollUnits units;
	private final RollOwners owners;
	private final RollUploads uploads;
	private final RollRecord record;

	RollImport(JdbcClient db, RollRows rolls, RollRights rights, RollUnits units, RollOwners owners, RollUploads uploads, RollRecord record) {
		this.db = db;
		this.rolls = rolls;
		this.rights = rights;
		this.units = units;
		this.owners = owners;
		this.uploads = uploads;
		this.record = record;
	}

	/** What the file would make the roll; writes nothing. */
	RollPreview preview(RollFacts roll, byte[] content, Declared declared, Viewer viewer) {
		rights.require(viewer, roll);
		requireDraft(roll);
		return RollDraft.of(RollFile.of(content), roll.parking(), declared);
	}

	/** Keeps a file whose preview has no error until it is confirmed. */
	@Transactional
	public String keep(RollFacts roll, byte[] content, Declared declared, Viewer viewer) {
		rights.require(viewer, roll);
		return uploads.keep(roll.id(), viewer.personId(), rolls.edition(roll.id()), content, declared);
	}

	/**
	 * Checks the file again and makes it the roll.
	 *
	 * @param reason needed when it takes the place of another sheet
	 * @throws Refusal 409 if the roll has changed since the preview, 422 with one part per bad line
	 */
	@Transactional
	public RollPreview apply(long rollId, String uploadId, String reason, Viewer viewer) {
		var roll = rolls.lock(rollId);
		rights.require(viewer, roll);
		var upload = uploads.get(rollId, uploadId, viewer.personId());
		if (rolls.edition(rollId) != upload.edition()) {
			throw new Refusal("votes.roll-changed-since").status(HttpStatus.CONFLICT);
		}
		var preview = preview(roll, upload.content(), upload.declared(), viewer);
		write(roll, preview, roll.units() == 0 ? "" : RollReason.of(reason), viewer);
		uploads.drop(uploadId);
		return preview;
	}

	/** Makes a file the roll at once, for a programme that needs no second look. */
	@Transactional
	public void read(long rollId, byte[] content, Declared declared, Viewer viewer) {
		apply(rollId, keep(rolls.lock(rollId), content, declared, viewer), "", viewer);
	}

	private void write(RollFacts roll, RollPreview preview, String reason, Viewer viewer) {
		if (!preview.isApplicable()) {
			throw Refusal.several(preview.errors().stream().map(LineError::refusal).toList());
		}
		units.clear(roll.id());
		var ids = new RollIds(db);
		var kept = owners.keep(roll.id(), rolls.keys(roll), preview.lines(), ids);
		units.insert(roll.id(), preview.lines(), kept, ids);
		rolls.count(roll.id(), preview.totals().units(), preview.totals().heads(), preview.totals().area());
		record.add(roll.id(), RollAct.IMPORTED, reason, viewer.personId());
	}

	private static void requireDraft(RollFacts roll) {
		if (roll.isFrozen()) {
			throw new Refusal("votes.roll-frozen").status(HttpStatus.CONFLICT);
		}
	}
}
