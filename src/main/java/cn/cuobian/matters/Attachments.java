package cn.cuobian.matters;

import cn.cuobian.files.FileStore;
import cn.cuobian.files.LostFile;
import cn.cuobian.files.StoreAway;
import cn.cuobian.matters.Report.Upload;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.Sha256;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Photos and papers of matters: in the database with everything else, so that one backup holds all, or where an administrator
 * wants it so, in the store. The row says where.
 */
@Component
class Attachments {

	private static final String ABOUT = "id, name, media_type, size_bytes, added_at, added_by";

	/** A store that is away is seldom back at once. */
	private static final Duration COME_AGAIN = Duration.ofSeconds(30);

	private final Photos photos;
	private final FileStore store;
	private final JdbcClient db;
	private final Timeline timeline;
	private final Clock clock;

	Attachments(Photos photos, FileStore store, JdbcClient db, Timeline timeline, Clock clock) {
		this.photos = photos;
		this.store = store;
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

	/**
	 * Cleans files and puts them where they will lie. Before the transaction that adds them: it lasts as long as they travel.
	 *
	 * @throws Refusal if one of them may not be kept, or cannot be now; none is added then
	 */
	List<KeptFile> keep(List<Upload> uploads) {
		return photos.clean(uploads).stream().map(this::kept).toList();
	}

	private KeptFile kept(CleanFile file) {
		String object = store.takesNew() ? put(file) : null;
		return new KeptFile(file.name(), file.mediaType(), file.bytes().length, Sha256.hex(file.bytes()),
				object == null ? file.bytes() : null, object);
	}

	private String put(CleanFile file) {
		try {
			return store.put(file.bytes());
		} catch (StoreAway e) {
			throw Refusal.onField("photos", "matters.store-away").comeAgainAfter(COME_AGAIN);
		}
	}

	/** Adds files in the caller's transaction; each leaves its fingerprint in the record. */
	void add(long matterId, List<KeptFile> files, Long addedBy) {
		Timestamp now = Timestamp.from(clock.instant());
		for (KeptFile file : files) {
			if (file.object() != null) {
				store.claim(file.object());
			}
			db.sql("""
					insert into matter_attachment (matter_id, name, media_type, size_bytes, sha256, added_at, added_by, content, object_name)
					values (:matter, :name, :type, :size, :sha, :at, :by, :content, :object)""")
					.param("matter", matterId).param("name", file.name()).param("type", file.mediaType())
					.param("size", file.size()).param("sha", file.sha256()).param("at", now).param("by", addedBy, Types.BIGINT)
					.param("content", file.content(), Types.VARBINARY).param("object", file.object(), Types.VARCHAR).update();
			timeline.add(matterId, TimelineKind.ATTACHED, addedBy, null,
					Map.of("name", file.name(), "type", file.mediaType(), "sha256", file.sha256()));
		}
	}

	List<Attachment> of(long matterId) {
		return db.sql("select " + ABOUT + " from matter_attachment where matter_id = ? order by id").param(matterId)
				.query((row, i) -> new Attachment(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4),
						row.getTimestamp(5).toInstant(), row.getObject(6, Long.class)))
				.list();
	}

	/**
	 * The file itself, if it belongs to this matter.
	 *
	 * @throws Refusal if it lies in the store and does not come back as it was put there
	 */
	Optional<CleanFile> content(long matterId, long id) {
		return db.sql("select name, media_type, size_bytes, sha256, content, object_name from matter_attachment where matter_id = ? and id = ?")
				.params(matterId, id).query((row, i) -> new KeptFile(row.getString(1), row.getString(2), row.getLong(3), row.getString(4),
						row.getBytes(5), row.getString(6)))
				.optional().map(kept -> new CleanFile(kept.name(), kept.mediaType(), kept.object() == null ? kept.content() : fetched(kept)));
	}

	private byte[] fetched(KeptFile kept) {
		try {
			return store.get(kept.object(), kept.sha256());
		} catch (LostFile e) {
			throw new Refusal(e.isChanged() ? "matters.file-changed" : "matters.file-lost", kept.name()).status(HttpStatus.GONE);
		} catch (StoreAway e) {
			throw new Refusal("matters.file-later", kept.name()).comeAgainAfter(COME_AGAIN);
		}
	}
}
