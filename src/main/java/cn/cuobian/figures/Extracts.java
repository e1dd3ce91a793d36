package cn.cuobian.figures;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

import cn.cuobian.refusals.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything that can be taken out. */
@Component
class Extracts {

	private static final String CSV = "text/csv;charset=UTF-8";
	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final List<Extract> all;
	private final MessageSource messages;

	Extracts(KpiListing kpis, MatterListing matters, ClockListing clocks, EventLog events, MessageSource messages) {
		this.messages = messages;
		this.all = Stream.concat(Stream.of(new Lines("kpi", kpis.columns(), kpis::write), lines(matters), lines(clocks))
				.flatMap(lines -> Stream.of(new Tabular(lines, "csv", CSV, CsvSheet::new), new Tabular(lines, "xlsx", XLSX, XlsxSheet::new))),
				Stream.of(events)).toList();
	}

	/** @throws Refusal 404 if there is nothing of that name */
	Extract named(String name) {
		return all.stream().filter(extract -> extract.name().equals(name)).findFirst().orElseThrow(Refusal::notFound);
	}

	private static Lines lines(Listing listing) {
		return new Lines(listing.name(), listing.columns(), listing::write);
	}

	private interface Writing {

		long write(Extract.Wanted wanted, Sheet sheet) throws IOException;
	}

	private interface Opening {

		Sheet open(OutputStream out) throws IOException;
	}

	private record Lines(String name, List<String> columns, Writing writing) {
	}

	private final class Tabular implements Extract {

		private final Lines lines;
		private final String ending;
		private final String mediaType;
		private final Opening opening;

		Tabular(Lines lines, String ending, String mediaType, Opening opening) {
			this.lines = lines;
			this.ending = ending;
			this.mediaType = mediaType;
			this.opening = opening;
		}

		@Override
		public String name() {
			return lines.name() + "." + ending;
		}

		@Override
		public String mediaType() {
			return mediaType;
		}

		@Override
		public long write(Wanted wanted, OutputStream out) throws IOException {
			try (Sheet sheet = opening.open(new BufferedOutputStream(out))) {
				sheet.line(lines.columns().stream()
						.map(column -> messages.getMessage("figures.column." + column, null, wanted.locale())).toArray());
				return lines.writing().write(wanted, sheet);
			}
		}
	}
}
