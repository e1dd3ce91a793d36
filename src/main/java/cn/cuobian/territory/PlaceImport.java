package cn.cuobian.territory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.nodes.Bells;
import cn.cuobian.refusals.Refusal;

/**
 * Loads places from CSV. Loading the same file again changes nothing; a changed name or number is updated; places
 * are never removed or moved. Buildings of a compound are made from its count.
 */
@Component
public class PlaceImport {

	private final PlaceRows rows;
	private final Places places;
	private final Bells bells;
	private final TransactionTemplate transaction;
	private final ApplicationEventPublisher events;

	PlaceImport(PlaceRows rows, Places places, Bells bells, TransactionTemplate transaction, ApplicationEventPublisher events) {
		this.rows = rows;
		this.places = places;
		this.bells = bells;
		this.transaction = transaction;
		this.events = events;
	}

	/** What the file would do to the tree as it stands now; writes nothing. */
	public ImportPreview preview(byte[] csv) {
		return PlaceDraft.of(PlaceFile.of(csv), rows.all());
	}

	/**
	 * Checks the file again and writes it, all of it or nothing.
	 *
	 * @return what was done
	 * @throws Refusal with one part per bad line
	 */
	public ImportPreview apply(byte[] csv) {
		var done = transaction.execute(status -> write(csv));
		places.drop();
		bells.ring(Places.BELL);
		return done;
	}

	private ImportPreview write(byte[] csv) {
		rows.nextEdition();
		var preview = preview(csv);
		if (!preview.isApplicable()) {
			throw Refusal.several(preview.errors().stream().map(LineError::refusal).toList());
		}
		preview.added().forEach(rows::insert);
		preview.changed().forEach(rows::update);
		events.publishEvent(new PlacesImported(preview.added().size(), preview.changed().size()));
		return preview;
	}
}
