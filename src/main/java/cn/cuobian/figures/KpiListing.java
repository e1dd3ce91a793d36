package cn.cuobian.figures;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import cn.cuobian.figures.Extract.Wanted;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** The figures of each month for a place and every place below it down to the compounds. */
@Component
class KpiListing {

	private final Kpis kpis;
	private final Places places;

	KpiListing(Kpis kpis, Places places) {
		this.kpis = kpis;
		this.places = places;
	}

	List<String> columns() {
		List<String> columns = new ArrayList<>(List.of("month", "place", "name"));
		Arrays.stream(Measure.values()).map(measure -> measure.column().replace('_', '-')).forEach(columns::add);
		columns.addAll(List.of("handled", "median-days", "p90-days"));
		return columns;
	}

	long write(Wanted wanted, Sheet sheet) throws IOException {
		long written = 0;
		for (YearMonth month = wanted.period().since(); !month.isAfter(wanted.period().until()); month = month.plusMonths(1)) {
			sheet.line(cells(month, wanted.place(), kpis.of(month, wanted.place()), wanted));
			written += 1 + below(month, wanted.place(), wanted, sheet);
		}
		return written;
	}

	private long below(YearMonth month, Place place, Wanted wanted, Sheet sheet) throws IOException {
		if (places.children(place.code()).isEmpty() || !Level.COMPOUND.isBelow(place.level())) {
			return 0;
		}
		long written = 0;
		for (Map.Entry<Place, Kpi> line : kpis.below(month, place).entrySet()) {
			if (!line.getValue().isEmpty()) {
				sheet.line(cells(month, line.getKey(), line.getValue(), wanted));
				written += 1 + below(month, line.getKey(), wanted, sheet);
			}
		}
		return written;
	}

	/** Medians of too few matters are left empty, as on the page. */
	private static Object[] cells(YearMonth month, Place place, Kpi kpi, Wanted wanted) {
		List<Object> cells = new ArrayList<>(List.of(month.toString(), place.code(), place.name(wanted.locale())));
		Arrays.stream(Measure.values()).map(kpi::of).forEach(cells::add);
		cells.add(kpi.handled());
		cells.add(kpi.median());
		cells.add(kpi.p90());
		return cells.toArray();
	}
}
