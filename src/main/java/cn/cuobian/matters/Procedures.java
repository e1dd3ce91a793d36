package cn.cuobian.matters;

import java.util.Comparator;
import java.util.Map;

import cn.cuobian.engine.Decisions;
import cn.cuobian.territory.Place;
import org.springframework.stereotype.Component;

/**
 * Which procedure a matter takes: usually that of its kind; a place may have another one for some kinds, by a row of
 * {@code bpmn/matters/procedures.dmn}. Of several rows the nearest place wins.
 */
@Component
public class Procedures {

	private static final String TABLE = "procedures";

	private final Decisions decisions;

	Procedures(Decisions decisions) {
		this.decisions = decisions;
	}

	/** @return the key of the model */
	public String of(Kind kind, Place place) {
		return decisions.decideAll(TABLE, Map.of("kind", kind.code(), "path", place.path())).stream()
				.max(Comparator.comparingInt(row -> place.path().indexOf("/" + row.get("place") + "/")))
				.map(row -> (String) row.get("procedure")).orElse(kind.processKey());
	}
}
