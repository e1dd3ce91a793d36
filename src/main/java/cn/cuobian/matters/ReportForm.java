package cn.cuobian.matters;

import cn.cuobian.vault.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import cn.cuobian.matters.Report.Upload;
import org.springframework.web.multipart.MultipartFile;

/**
 * The fields of both report pages as typed. One token makes at most one matter.
 *
 * @param act  what the pressed button wants: {@code find} places, else file
 * @param seen set once similar matters were shown
 */
record ReportForm(String token, String act, String placeText, String place, String building, String unit, String kind,
		String title, String narrative, String channel, String scope, Boolean urgent, String name, String phone,
		String mail, String consent, String seen) {

	/** An unticked box is not sent. */
	ReportForm {
		urgent = Boolean.TRUE.equals(urgent);
	}

	static ReportForm empty(String place) {
		return new ReportForm(UUID.randomUUID().toString(), null, null, place, null, null, null, null, null, null, null,
				false, null, null, null, null, null);
	}

	boolean wantsPlaces() {
		return "find".equals(act);
	}

	ReportForm at(String chosen) {
		return new ReportForm(token, act, placeText, chosen, building, unit, kind, title, narrative, channel, scope, urgent,
				name, phone, mail, consent, seen);
	}

	Report byResident(List<Upload> photos) {
		return new Report(place, building, unit, kind, null, narrative, Channel.WEB, null, urgent, contact(), consent, null,
				null, photos);
	}

	Report byCaseworker(long personId, List<Upload> photos) {
		return new Report(place, building, unit, kind, title, narrative, Channel.of(channel),
				scope == null || scope.isBlank() ? null : Scope.of(scope), urgent, contact(), consent, personId, null, photos);
	}

	private Contact contact() {
		return new Contact(name, phone, mail);
	}

	/** Tells whether a second request with the same token asks for the same. */
	String fingerprint(List<Upload> photos) {
		var text = new StringBuilder(String.join("\u0000", List.of("" + place, "" + building, "" + unit, "" + kind, "" + title,
				"" + narrative, "" + channel, "" + scope, "" + urgent, "" + name, "" + phone, "" + mail)));
		photos.forEach(photo -> text.append('\u0000').append(Sha256.hex(photo.bytes())));
		return Sha256.hex(text.toString());
	}

	static List<Upload> uploads(List<MultipartFile> files) {
		return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).map(ReportForm::upload).toList();
	}

	private static Upload upload(MultipartFile file) {
		try {
			return new Upload(file.getOriginalFilename(), file.getBytes());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
