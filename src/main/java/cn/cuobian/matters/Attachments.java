package cn.cuobian.matters;

import cn.cuobian.vault.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and papers of matters, in the database with everything else, so that one backup holds all. */
@Component
class Attachments {

	private static final String ABOUT = "id, name, media_type, size_bytes, added_at, added_by";

	private final JdbcClient db;
	private final Timeline timeline;
	private final Clock clock;

	Attachments(JdbcClient db, Timeline timeline, Clock clock) {
		this.db = db;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** @param addedBy null if it came with the report */
	record Attachment(long id, String name, String mediaType, long sizeBytes, Instant addedAt, Long addedBy) {

		public boolean isPicture() {
			return mediaType.startsWith("image/");
		}

		public long kilobytes() {
			return Math.max(1, sizeBytes / 1024);
		}
	}

	/** Adds files in the caller's transaction; each leaves its fingerprint in the record. */
	void add(long matterId, List<CleanFile> files, Long addedBy) {
		Timestamp now = Timestamp.from(clock.instant());
		for (CleanFile file : files) {
			String fingerprint = Sha256.hex(file.bytes());
			db.sql("""
					insert into matter_attachment (matter_id, name, media_type, size_bytes, sha256, added_at, added_by, content)
					values (:matter, :name, :type, :size, :sha, :at, :by, :content)""")
					.param("matter", matterId).param("name", file.name()).param("type", file.mediaType())
					.param("size", file.bytes().length).param("sha", fingerprint).param("at", now)
					.param("by", addedBy, java.sql.Types.BIGINT).param("content", file.bytes()).update();
			timeline.add(matterId, TimelineKind.ATTACHED, addedBy, null,
					Map.of("name", file.name(), "type", file.mediaType(), "sha256", fingerprint));
		}
	}

	List<Attachment> of(long matterId) {
		return db.sql("select " + ABOUT + " from matter_attachment where matter_id = ? order by id").param(matterId)
				.query((row, i) -> new Attachment(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4),
						row.getTimestamp(5).toInstant(), row.getObject(6, Long.class)))
				.list();
	}

	/** The file itself, if it belongs to this matter. */
	Optional<CleanFile> content(long matterId, long id) {
		return db.sql("select name, media_type, content from matter_attachment where matter_id = ? and id = ?")
				.params(matterId, id)
				.query((row, i) -> new CleanFile(row.getString(1), row.getString(2), row.getBytes(3))).optional();
	}
}
