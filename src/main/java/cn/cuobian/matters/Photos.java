package cn.cuobian.matters;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import cn.cuobian.matters.Report.Upload;
import cn.cuobian.refusals.Refusal;
import org.apache.tika.Tika;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Looks at every file before anything is written: type by content, size, number of pixels; then makes it clean.
 */
@Component
class Photos {

	private static final Map<String, String> ENDINGS = Map.of("image/jpeg", ".jpg", "image/png", ".png", "image/webp",
			".webp", "application/pdf", ".pdf");

	private final Tika types = new Tika();

	/** @throws Refusal if one of them may not be kept; none is kept then */
	List<CleanFile> clean(List<Upload> uploads) {
		requireFew(uploads.size());
		return uploads.stream().map(this::clean).toList();
	}

	static void requireFew(int files) {
		if (files > PhotoLimits.MAX_FILES) {
			throw Refusal.onField("photos", "matters.photos-too-many", PhotoLimits.MAX_FILES);
		}
	}

	private CleanFile clean(Upload upload) {
		if (upload.bytes().length > PhotoLimits.MAX_BYTES) {
			throw Refusal.onField("photos", "matters.photo-too-big", shown(upload), PhotoLimits.MAX_BYTES >> 20)
					.status(HttpStatus.CONTENT_TOO_LARGE);
		}
		String type = types.detect(upload.bytes());
		if (!ENDINGS.containsKey(type)) {
			throw Refusal.onField("photos", "matters.photo-type", shown(upload)).status(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		}
		return new CleanFile(keptName(upload, type), type, cleanBytes(upload, type));
	}

	private static byte[] cleanBytes(Upload upload, String type) {
		try {
			return switch (type) {
				case "image/jpeg", "image/png" -> Picture.redrawn(upload.bytes(), type);
				case "image/webp" -> Webp.withoutMetadata(upload.bytes());
				default -> upload.bytes();
			};
		} catch (Picture.TooManyPixels e) {
			throw Refusal.onField("photos", "matters.photo-pixels", shown(upload), PhotoLimits.MAX_PIXELS / 1_000_000);
		} catch (IOException | RuntimeException e) {
			throw Refusal.onField("photos", "matters.photo-broken", shown(upload));
		}
	}

	/** The name without any path, with the ending of what it really is. */
	private static String keptName(Upload upload, String type) {
		String plain = shown(upload);
		String stem = plain.contains(".") ? plain.substring(0, plain.lastIndexOf('.')) : plain;
		String ending = ENDINGS.get(type);
		return stem.substring(0, Math.min(stem.length(), PhotoLimits.MAX_NAME - ending.length())) + ending;
	}

	private static String shown(Upload upload) {
		return shown(upload.name());
	}

	/** The name somebody gave a file, fit to be read: no path, nothing invisible, not too long. */
	static String shown(String given) {
		String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
		return name.isBlank() ? "photo" : name.substring(0, Math.min(name.length(), PhotoLimits.MAX_NAME));
	}
}
