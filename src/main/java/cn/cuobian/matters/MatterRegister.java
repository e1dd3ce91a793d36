package cn.cuobian.matters;

import cn.cuobian.vault.Sha256;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.matters.ReportCheck.Checked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Writes everything a new matter consists of, in the transaction of {@link Intake}. */
@Component
class MatterRegister {

	private final Sight sight;
	private final Timeline timeline;
	private final Attachments attachments;
	private final GramIndex grams;
	private final Contacts contacts;
	private final JdbcClient db;

	MatterRegister(Sight sight, Timeline timeline, Attachments attachments, GramIndex grams, Contacts contacts,
			JdbcClient db) {
		this.sight = sight;
		this.timeline = timeline;
		this.attachments = attachments;
		this.grams = grams;
		this.contacts = contacts;
		this.db = db;
	}

	/** @return the id of the new matter */
	long enter(Checked checked, String number, List<KeptFile> files, Instant now) {
		Report report = checked.report();
		long id = insert(checked, number, now);
		sight.openToTerritory(id, checked.place());
		if (report.reportedBy() != null) {
			sight.openToPerson(id, report.reportedBy());
		}
		grams.add(id, checked.title() + "\n" + checked.narrative());
		timeline.add(id, TimelineKind.REPORTED, report.reportedBy(), null, recorded(checked));
		attachments.add(id, files, report.reportedBy());
		return id;
	}

	/** The narrative's fingerprint, so that the record vouches for words it does not repeat. */
	private static Map<String, Object> recorded(Checked checked) {
		return Map.of("channel", checked.report().channel().code(), "place", checked.place().code(), "kind",
				checked.kind().code(), "scope", checked.scope().code(), "urgent", checked.report().urgent(),
				"narrativeSha256", Sha256.hex(checked.narrative()));
	}

	private long insert(Checked checked, String number, Instant now) {
		var key = new GeneratedKeyHolder();
		var insert = db.sql("""
				insert into matter (number, place_code, building_text, unit_text, kind, title, narrative, channel, scope, urgent,
				  tier, state, reported_at, reported_by, source_ref, contact, consent_version, consent_at,
				  timeline_count, timeline_head)
				values (:number, :place, :building, :unit, :kind, :title, :narrative, :channel, :scope, :urgent,
				  :tier, :state, :now, :by, :ref, :contact, :consent, :consentAt, 0, :head)""")
				.params(described(checked)).param("number", number).param("now", Timestamp.from(now))
				.param("by", checked.report().reportedBy(), Types.BIGINT).param("head", TimelineChain.START);
		var consented = checked.report().contact().isEmpty() ? null : checked.report().consentVersion();
		insert.param("contact", contacts.sealed(checked.report().contact(), number), Types.VARBINARY)
				.param("consent", consented, Types.VARCHAR)
				.param("consentAt", consented == null ? null : Timestamp.from(now), Types.TIMESTAMP).update(key, "id");
		return key.getKeyAs(Long.class);
	}

	private static Map<String, Object> described(Checked checked) {
		Report report = checked.report();
		Map<String, Object> values = new HashMap<>();
		values.put("place", checked.place().code());
		values.put("building", blankAsNull(report.building()));
		values.put("unit", blankAsNull(report.unit()));
		values.put("kind", checked.kind().code());
		values.put("title", checked.title());
		values.put("narrative", checked.narrative());
		values.put("channel", report.channel().name());
		values.put("scope", checked.scope().name());
		values.put("urgent", report.urgent());
		values.put("tier", Tier.BUILDING.name());
		values.put("state", MatterState.OPEN.name());
		values.put("ref", report.sourceRef());
		return values;
	}

	private static String blankAsNull(String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}
}
