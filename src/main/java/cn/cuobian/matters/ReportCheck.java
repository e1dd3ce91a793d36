package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/**
 * Reads a report and says everything that is wrong with it at once.
 */
@Component
class ReportCheck {

	private static final int TITLE_FROM_NARRATIVE = 30;

	private final Places places;
	private final Kinds kinds;
	private final Consent consent;

	ReportCheck(Places places, Kinds kinds, Consent consent) {
		this.places = places;
		this.kinds = kinds;
		this.consent = consent;
	}

	/** A report whose place and kind exist and whose words fit. */
	record Checked(Report report, Place place, Kind kind, String title, String narrative, Scope scope) {
	}

	/** @throws Refusal with a sentence for each fault, beside its field */
	Checked check(Report report) {
		List<Refusal> faults = new ArrayList<>();
		Optional<Place> place = place(report, faults);
		Optional<Kind> kind = kind(report, faults);
		String narrative = narrative(report, faults);
		String title = title(report, narrative, faults);
		where(report.building(), "building", faults);
		where(report.unit(), "unit", faults);
		faults.addAll(consent.faults(report.contact(), report.consentVersion()));
		if (!faults.isEmpty()) {
			throw Refusal.several(faults);
		}
		Scope scope = report.scope() == null ? Scope.of(place.orElseThrow().level()) : report.scope();
		return new Checked(report, place.orElseThrow(), kind.orElseThrow(), title, narrative, scope);
	}

	/** A compound with the number of one of its buildings means the building. */
	private Optional<Place> place(Report report, List<Refusal> faults) {
		Optional<Place> named = report.place() == null ? Optional.empty() : places.find(report.place().strip());
		if (named.isEmpty()) {
			faults.add(Refusal.onField("place", isBlank(report.place()) ? "matters.place-missing" : "matters.place-unknown",
					shortened(report.place())));
		}
		return named.map(place -> buildingOf(place, report.building()).orElse(place));
	}

	private Optional<Place> buildingOf(Place place, String building) {
		if (place.level() != Level.COMPOUND || isBlank(building)) {
			return Optional.empty();
		}
		String number = building.replaceAll("[^0-9A-Za-z-]", "");
		return places.find(place.code() + "-" + number).filter(found -> place.code().equals(found.parent()));
	}

	private Optional<Kind> kind(Report report, List<Refusal> faults) {
		Optional<Kind> kind = report.kind() == null ? Optional.empty() : kinds.find(report.kind().strip());
		if (kind.isEmpty()) {
			faults.add(Refusal.onField("kind", isBlank(report.kind()) ? "matters.kind-missing" : "matters.kind-unknown",
					shortened(report.kind())));
		}
		return kind;
	}

	private static String narrative(Report report, List<Refusal> faults) {
		String narrative = report.narrative() == null ? "" : report.narrative().strip();
		if (oneLine(narrative).isEmpty()) {
			faults.add(Refusal.onField("narrative", "matters.narrative-missing"));
		}
		if (narrative.length() > Report.MAX_NARRATIVE) {
			faults.add(Refusal.onField("narrative", "matters.narrative-too-long", Report.MAX_NARRATIVE, narrative.length()));
		}
		if (narrative.indexOf('\0') >= 0) {
			faults.add(Refusal.onField("narrative", "matters.narrative-broken"));
		}
		return narrative;
	}

	private static String title(Report report, String narrative, List<Refusal> faults) {
		String given = report.title() == null ? "" : oneLine(report.title());
		String title = given.isEmpty() ? beginning(narrative) : given;
		if (title.length() > Report.MAX_TITLE) {
			faults.add(Refusal.onField("title", "matters.title-too-long", Report.MAX_TITLE));
		}
		return title;
	}

	/** The first sentence, or what fits of it. */
	private static String beginning(String narrative) {
		String first = oneLine(narrative.split("[。！？!?；;\\r\\n]", 2)[0]);
		String text = first.isEmpty() ? oneLine(narrative) : first;
		int fits = text.offsetByCodePoints(0, Math.min(TITLE_FROM_NARRATIVE, text.codePointCount(0, text.length())));
		return fits < text.length() ? text.substring(0, fits) + "…" : text;
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ").strip();
	}

	private static void where(String text, String field, List<Refusal> faults) {
		if (text != null && text.strip().length() > Report.MAX_WHERE) {
			faults.add(Refusal.onField(field, "matters.where-too-long", Report.MAX_WHERE));
		}
	}

	private static boolean isBlank(String text) {
		return text == null || text.isBlank();
	}

	private static String shortened(String text) {
		return text == null ? "" : text.substring(0, Math.min(text.length(), Report.MAX_WHERE));
	}
}
