package cn.cuobian.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers which posts were found vacant, once per day. */
@Component
class Vacancies {

	private final JdbcClient jdbc;
	private final Clock clock;
	private final ApplicationEventPublisher events;
	private final TransactionTemplate alone;

	Vacancies(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	record Vacancy(String post, String place, LocalDate noticedOn, String fellTo) {
	}

	void notice(PostVacant vacant) {
		if (!isNoted(vacant) && note(vacant)) {
			events.publishEvent(vacant);
		}
	}

	/** The newest first. */
	List<Vacancy> since(LocalDate day) {
		return jdbc.sql("""
				select post, place, noticed_on, fell_to from post_vacancy where noticed_on >= ?
				order by noticed_on desc, place, post fetch first 500 rows only""").param(day)
				.query(Vacancy.class).list();
	}

	private boolean isNoted(PostVacant vacant) {
		return jdbc.sql("select count(*) from post_vacancy where post = ? and place = ? and noticed_on = ?")
				.params(vacant.post(), vacant.place(), LocalDate.now(clock)).query(Integer.class).single() > 0;
	}

	/** In its own transaction: when two tasks notice at once, the loser's insert must not undo the loser's work. */
	private boolean note(PostVacant vacant) {
		try {
			alone.executeWithoutResult(status -> insert(vacant));
			return true;
		} catch (DuplicateKeyException notedMeanwhile) {
			return false;
		}
	}

	private void insert(PostVacant vacant) {
		jdbc.sql("insert into post_vacancy (post, place, noticed_on, fell_to, noticed_at) values (?, ?, ?, ?, ?)")
				.params(vacant.post(), vacant.place(), LocalDate.now(clock), vacant.fellTo(),
						Timestamp.from(clock.instant())).update();
	}
}
