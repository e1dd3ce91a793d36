package cn.cuobian.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole record of the matters reported in a period, for process mining: IEEE 1849-2016 (XES). Who acted is told by
 * post, never by person; what people wrote is not told at all.
 */
@Component
class EventLog implements Extract {

	/** Matters read at once. */
	private static final int PAGE = 200;

	private final JdbcClient db;
	private final JsonMapper json;

	EventLog(JdbcClient db, JsonMapper json) {
		this.db = db;
		this.json = json;
	}

	@Override
	public String name() {
		return "events.xes";
	}

	@Override
	public String mediaType() {
		return "application/xml";
	}

	/** @return the number of events */
	@Override
	public long write(Wanted wanted, OutputStream out) throws IOException {
		long written = 0;
		try (XesWriter xes = new XesWriter(out)) {
			for (List<Trace> page = traces(wanted, 0); !page.isEmpty(); page = traces(wanted, page.get(page.size() - 1).id())) {
				written += write(page, xes);
			}
		}
		return written;
	}

	/** A matter without its words. */
	record Trace(long id, String number, String place, String kind, String channel, String state) {
	}

	private List<Trace> traces(Wanted wanted, long after) {
		return db.sql("""
				select m.id, m.number, m.place_code place, m.kind, m.channel, m.state from matter m join place p on p.code = m.place_code
				where m.id > :after and left(p.path, :length) = :path and m.reported_at >= :from and m.reported_at < :to
				order by m.id fetch first %d rows only""".formatted(PAGE)).param("after", after)
				.param("path", wanted.place().path()).param("length", wanted.place().path().length())
				.param("from", wanted.period().from()).param("to", wanted.period().to()).query(Trace.class).list();
	}

	private long write(List<Trace> page, XesWriter xes) throws IOException {
		long written = 0;
		for (Trace trace : page) {
			xes.begin(trace);
			var offers = new Offers();
			for (RecordedEvent event : events(trace.id())) {
				xes.event(event, offers.postOf(event));
				written++;
			}
			xes.end();
		}
		return written;
	}

	private List<RecordedEvent> events(long matterId) {
		return db.sql("select at, kind, actor, payload from matter_event where matter_id = ? order by seq").param(matterId)
				.query((row, number) -> RecordedEvent.of(row.getTimestamp("at").toInstant(), row.getString("kind"),
						row.getObject("actor", Long.class) != null, json.readTree(row.getString("payload")))).list();
	}
}
