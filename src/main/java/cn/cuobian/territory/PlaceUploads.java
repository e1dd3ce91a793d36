package cn.cuobian.territory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** Keeps a file between its preview and its application, at most a day. */
@Component
class PlaceUploads {

	private static final Duration KEPT = Duration.ofDays(1);

	private final JdbcClient jdbc;
	private final Clock clock;

	PlaceUploads(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** @param fingerprint of the preview that was shown for the content */
	record Upload(byte[] content, String fingerprint) {
	}

	String keep(byte[] content, ImportPreview shown) {
		jdbc.sql("delete from place_upload where uploaded_at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
		var id = UUID.randomUUID().toString();
		jdbc.sql("insert into place_upload (id, content, fingerprint, uploaded_at) values (?, ?, ?, ?)")
				.params(id, content, fingerprint(shown), Timestamp.from(clock.instant())).update();
		return id;
	}

	/** @throws Refusal when it was applied or is too old */
	Upload get(String id) {
		return find(id).orElseThrow(() -> new Refusal("territory.upload-gone"));
	}

	void shown(String id, ImportPreview preview) {
		jdbc.sql("update place_upload set fingerprint = ? where id = ?").params(fingerprint(preview), id).update();
	}

	void drop(String id) {
		jdbc.sql("delete from place_upload where id = ?").param(id).update();
	}

	static String fingerprint(ImportPreview preview) {
		try {
			var text = preview.added().toString() + preview.changed();
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private Optional<Upload> find(String id) {
		return jdbc.sql("select content, fingerprint from place_upload where id = ?").param(id)
				.query((row, number) -> new Upload(row.getBytes("content"), row.getString("fingerprint"))).optional();
	}
}
