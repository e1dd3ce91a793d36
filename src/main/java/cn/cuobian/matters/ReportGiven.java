package cn.cuobian.matters;

import cn.cuobian.vault.Sha256;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import cn.cuobian.matters.Report.Upload;
import cn.cuobian.refusals.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as another system sends it.
 *
 * @param scope  building, compound, community or district; follows from the place if missing
 * @param photos may be missing
 */
record ReportGiven(String place, String building, String unit, String kind, String title, String narrative, String scope,
		Boolean urgent, ContactGiven contact, String consentVersion,
		@Schema(description = "At most 10 JPG, PNG or WebP pictures or PDF files, at most 10 MB each") List<PhotoGiven> photos) {

	/** Kept only with the version of the consent words that the person agreed to. */
	record ContactGiven(String name, String phone, String mail) {
	}

	/** @param content in base 64 (RFC 4648, section 4) */
	record PhotoGiven(String name, @Schema(format = "byte", description = "The file in base 64") String content) {

		Upload upload() {
			try {
				return new Upload(name, Base64.getDecoder().decode(content == null ? "" : content));
			} catch (IllegalArgumentException e) {
				throw Refusal.onField("photos", "matters.photo-base64", Photos.shown(name));
			}
		}
	}

	ReportGiven {
		photos = photos == null ? List.of() : photos.stream().map(ReportGiven::required).toList();
	}

	private static PhotoGiven required(PhotoGiven photo) {
		return photo == null ? new PhotoGiven(null, null) : photo;
	}

	Report report(long personId) {
		Contact given = contact == null ? Contact.NONE : new Contact(contact.name(), contact.phone(), contact.mail());
		return new Report(place, building, unit, kind, title, narrative, Channel.API, scope == null ? null : Scope.of(scope),
				Boolean.TRUE.equals(urgent), given, consentVersion, personId, null, uploads());
	}

	/** So many are refused unread, before they are unpacked. */
	private List<Upload> uploads() {
		Photos.requireFew(photos.size());
		return photos.stream().map(PhotoGiven::upload).toList();
	}

	/** Tells whether a second request with the same key asks for the same. Photos count by what is in them. */
	String fingerprint(JsonMapper json) {
		var words = new ReportGiven(place, building, unit, kind, title, narrative, scope, urgent, contact, consentVersion, null);
		return Sha256.hex(json.writeValueAsString(words) + photos.stream()
				.map(photo -> photo.name() + '\0' + Sha256.hex("" + photo.content())).collect(Collectors.joining("\0")));
	}
}
