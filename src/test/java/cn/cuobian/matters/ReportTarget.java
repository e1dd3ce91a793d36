package cn.cuobian.matters;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.h2.jdbcx.JdbcDataSource;
import org.mockito.MockMakers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.faults.Fuzzed;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** F14: a report with everything that a resident or a program may write into it. */
public final class ReportTarget {

	private static final Place COMPOUND = new Place("lingxiu", "qz", Level.COMPOUND, "灵秀家园", "Lingxiu Garden", "/qz/lingxiu/", null, null, null, null, null, null);
	private static final ReportCheck CHECK = check();
	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
	private static final int FIELDS = 10;

	private ReportTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		var field = Fuzzed.fields(input, FIELDS);
		var contact = new Contact(field.get(6), field.get(7), field.get(8));
		var report = new Report(field.get(0), field.get(1), field.get(2), field.get(3), field.get(4), field.get(5), Channel.WEB, null, false, contact,
				field.get(9), null, null, List.of());
		Fuzzed.hand(() -> check(report));
	}

	private static void check(Report report) {
		var checked = CHECK.check(report);
		if (!checked.narrative().equals(report.narrative().strip())) {
			throw new AssertionError("a narrative that was changed");
		}
		if (checked.title().isBlank() || checked.title().length() > Report.MAX_TITLE || CONTROL.matcher(checked.title()).find()) {
			throw new AssertionError("a title that fits no line");
		}
		report.contact().masked();
		report.contact().veiled();
	}

	static ReportCheck check() {
		// each call that a mock remembers would stay in memory
		var places = mock(Places.class, withSettings().stubOnly().mockMaker(MockMakers.SUBCLASS));
		when(places.find(any())).thenAnswer(asked -> Optional.of(COMPOUND).filter(place -> place.code().equals(asked.getArgument(0))));
		var database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		var db = JdbcClient.create(database);
		db.sql("create table matter_kind (code varchar, name_zh varchar, name_en varchar, process_key varchar, icon varchar, active boolean, position int)").update();
		db.sql("insert into matter_kind values ('drainage', '排水下水', 'Drainage', 'ladder', null, true, 1)").update();
		db.sql("create table matter_consent (version varchar)").update();
		db.sql("insert into matter_consent values ('2026-11')").update();
		return new ReportCheck(places, new Kinds(db, TransactionOperations.withoutTransaction()), new Consent(db));
	}
}
