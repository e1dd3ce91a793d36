package cn.cuobian.matters;

import cn.cuobian.paper.QrCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What the resident's and the caseworker's report pages have in common. */
@Component
class ReportDesk {

	private static final int PLACES_SHOWN = 12;

	private final Places places;
	private final Kinds kinds;
	private final Consent consent;
	private final Lookalikes lookalikes;
	private final OneTimeRequests requests;
	private final RefusalSentences sentences;
	private final MatterLines lines;
	private final Intake intake;
	private final JsonMapper json;

	ReportDesk(Places places, Kinds kinds, Consent consent, Lookalikes lookalikes, OneTimeRequests requests,
			RefusalSentences sentences, MatterLines lines, Intake intake, JsonMapper json) {
		this.places = places;
		this.kinds = kinds;
		this.consent = consent;
		this.lookalikes = lookalikes;
		this.requests = requests;
		this.sentences = sentences;
		this.lines = lines;
		this.intake = intake;
		this.json = json;
	}

	/** A place found by the search box. */
	record Found(String code, String name, String where) {
	}

	void fill(Model page, ReportForm form, Locale locale) {
		page.addAttribute("form", form);
		page.addAttribute("kinds", kinds.offered());
		page.addAttribute("consent", consent.current());
		page.addAttribute("consentWords", consent.current().in(locale));
		page.addAttribute("found", found(form.placeText(), locale));
		page.addAttribute("chosen", form.place() == null ? null : places.find(form.place()).map(place -> found(place, locale))
				.orElse(null));
		page.addAttribute("errors", Map.of());
		page.addAttribute("maxNarrative", Report.MAX_NARRATIVE);
		page.addAttribute("maxPhotos", PhotoLimits.MAX_FILES);
		page.addAttribute("maxPhotoBytes", PhotoLimits.MAX_BYTES);
	}

	/** What was typed stays in the form. */
	void refuse(Model page, Refusal refusal, Locale locale, HttpServletResponse response) {
		response.setStatus(refusal.status().value());
		refusal.sayWhenToCome(response);
		page.addAttribute("sentence", sentences.sentence(refusal, locale));
		page.addAttribute("errors", sentences.byField(refusal, locale));
	}

	List<Found> found(String text, Locale locale) {
		return text == null || text.isBlank() ? List.of()
				: places.search(text.strip().substring(0, Math.min(text.strip().length(), Report.MAX_WHERE)), PLACES_SHOWN).stream()
						.map(place -> found(place, locale)).toList();
	}

	private Found found(Place place, Locale locale) {
		String where = Optional.ofNullable(place.parent()).map(parent -> places.fullNameOf(parent, locale)).orElse("");
		return new Found(place.code(), places.fullNameOf(place.code(), locale), where);
	}

	/** If nothing was picked and the search text can mean only one place, it is that place. */
	ReportForm withPlace(ReportForm form) {
		if (form.place() != null && !form.place().isBlank() || form.placeText() == null || form.placeText().isBlank()) {
			return form;
		}
		List<Place> meant = places.search(form.placeText().strip(), 2);
		return meant.size() == 1 ? form.at(meant.get(0).code()) : form;
	}

	/** Similar open matters as anybody may see them: kind, place, day and a short title. */
	List<MatterLines.Similar> similar(ReportForm form, Locale locale) {
		return lookalikes.of(form.place(), form.kind(), form.narrative()).stream()
				.map(matter -> lines.similar(matter, lookalikes.ticket(matter), locale)).toList();
	}

	/** Files once per token, however often the form is sent. */
	Receipt file(String who, String token, String fingerprint, Supplier<Report> report) {
		return json.readValue(requests.once(key(who, token), fingerprint, () -> intake.ready(report.get()),
				ready -> json.writeValueAsString(intake.file(ready))), Receipt.class);
	}

	/** Does something else that a slip is given for, once per token. */
	Receipt once(String who, String token, String fingerprint, Supplier<Receipt> act) {
		return json.readValue(requests.once(key(who, token), fingerprint, () -> json.writeValueAsString(act.get())), Receipt.class);
	}

	private static String key(String who, String token) {
		if (token == null || token.isBlank() || token.length() > OneTimeRequests.MAX_KEY) {
			throw new Refusal("matters.form-token");
		}
		return who + ":" + token;
	}

	/** Number, code and QR code; the address is the one the reader sees. */
	void slip(Model page, Receipt receipt) {
		String address = ServletUriComponentsBuilder.fromCurrentContextPath()
				.path("/track/" + receipt.trackingCode().replace("-", "")).build().toUriString();
		page.addAttribute("receipt", receipt);
		page.addAttribute("trackAddress", address);
		page.addAttribute("qr", QrCode.asDataUrl(address));
	}
}
