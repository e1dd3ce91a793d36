package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a list of matters over, one report per line. A list with a bad line is not begun; a line that was taken over
 * before is left as it is, so a list may be sent again.
 */
@Component
public class MatterImport {

	private static final Set<String> SECRETARIES = Set.of("hall-secretary", "community-secretary", "joint-meeting-secretary");
	private static final int MAX_REF = 40;

	private final Intake intake;
	private final ReportCheck check;
	private final Places places;
	private final JdbcClient db;

	MatterImport(Intake intake, ReportCheck check, Places places, JdbcClient db) {
		this.intake = intake;
		this.check = check;
		this.places = places;
		this.db = db;
	}

	/**
	 * A line that was taken over.
	 *
	 * @param ref     its mark in the list
	 * @param receipt null if it had been taken over before
	 */
	public record Taken(String ref, String number, String title, Receipt receipt) {
	}

	/** Administrators everywhere, secretaries where they hold their post. */
	boolean isAllowed(Viewer viewer) {
		return viewer.roles().contains("ADMINISTRATOR")
				|| viewer.groups().stream().anyMatch(group -> SECRETARIES.contains(Group.parse(group).post()));
	}

	/** What would happen to each line. */
	List<ListLine> preview(byte[] content, Viewer viewer) {
		return judged(content, viewer.personId(), place -> mayTakeOver(viewer, place));
	}

	/**
	 * Takes the list over for a person who may.
	 *
	 * @throws Refusal if any line cannot be taken over; none is then
	 */
	List<Taken> take(byte[] content, Viewer viewer) {
		return taken(judged(content, viewer.personId(), place -> mayTakeOver(viewer, place)), viewer.personId());
	}

	/** Takes a list over for the whole territory, without a person: the demonstration's first matters. */
	public List<Taken> takeAll(byte[] content) {
		return taken(judged(content, null, place -> true), null);
	}

	private boolean mayTakeOver(Viewer viewer, Place place) {
		return viewer.roles().contains("ADMINISTRATOR") || viewer.groups().stream().map(Group::parse)
				.filter(group -> SECRETARIES.contains(group.post()))
				.anyMatch(group -> places.find(group.place()).filter(place::isWithin).isPresent());
	}

	private List<ListLine> judged(byte[] content, Long personId, Predicate<Place> allowed) {
		Set<String> refs = new HashSet<>();
		List<ListLine> judged = new ArrayList<>();
		for (ListLine line : ListFile.read(content)) {
			judged.add(judged(line, personId, allowed, refs.add(line.ref())));
		}
		return judged;
	}

	private ListLine judged(ListLine line, Long personId, Predicate<Place> allowed, boolean first) {
		try {
			requireRef(line, first);
			Place place = check.check(report(line, personId)).place();
			if (!allowed.test(place)) {
				return line.refused(new Refusal("matters.list-not-yours", line.place()));
			}
			return numberOf(line.ref()).map(line::takenAs).orElse(line);
		} catch (Refusal refusal) {
			return line.refused(refusal.parts().get(0));
		}
	}

	private static void requireRef(ListLine line, boolean first) {
		if (line.ref().isEmpty() || line.ref().length() > MAX_REF) {
			throw new Refusal("matters.list-ref", MAX_REF);
		}
		if (!first) {
			throw new Refusal("matters.list-ref-twice", line.ref());
		}
	}

	private Optional<String> numberOf(String ref) {
		return db.sql("select number from matter where source_ref = ?").param(ref).query(String.class).optional();
	}

	private List<Taken> taken(List<ListLine> lines, Long personId) {
		if (lines.stream().anyMatch(line -> line.fault() != null)) {
			throw new Refusal("matters.list-has-faults", lines.stream().filter(line -> line.fault() != null).count());
		}
		return lines.stream().map(line -> line.isNew() ? filed(line, personId)
				: new Taken(line.ref(), line.taken(), line.title(), null)).toList();
	}

	private Taken filed(ListLine line, Long personId) {
		Receipt receipt = intake.report(report(line, personId));
		return new Taken(line.ref(), receipt.number(), line.title(), receipt);
	}

	private static Report report(ListLine line, Long personId) {
		return new Report(line.place(), line.building(), null, line.kind(), line.title(), line.title(), Channel.LIST,
				Scope.of(line.scope()), false, Contact.NONE, null, personId, line.ref(), List.of());
	}
}
