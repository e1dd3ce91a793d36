package cn.cuobian.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Optional;

import cn.cuobian.forms.MailAddress;
import cn.cuobian.messages.Wishes.Language;
import cn.cuobian.messages.Wishes.Pace;
import cn.cuobian.refusals.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code mail_wish}: where, when and in which language people want mails; who gave no address gets none. */
@Component
class MailWishes {

	private static final int LONGEST = 120;

	private final JdbcClient db;
	private final InboxRows inbox;

	MailWishes(JdbcClient db, InboxRows inbox) {
		this.db = db;
		this.inbox = inbox;
	}

	Wishes of(long person) {
		return find(person).orElse(Wishes.DEFAULT);
	}

	private Optional<Wishes> find(long person) {
		return db.sql("select address, pace, language, quiet_from, quiet_until from mail_wish where person_id = ?")
				.param(person).query(MailWishes::wishes).optional();
	}

	/**
	 * What waits for a digest he no longer wants is forgotten.
	 *
	 * @throws Refusal {@code messages.address}
	 */
	@Transactional
	void set(long person, Wishes wanted) {
		check(wanted.address());
		db.sql("delete from mail_wish where person_id = ?").param(person).update();
		db.sql("insert into mail_wish (person_id, address, pace, language, quiet_from, quiet_until) values (?, ?, ?, ?, ?, ?)")
				.param(person).param(wanted.address()).param(wanted.pace().name()).param(wanted.language().name())
				.param(wanted.quietFrom()).param(wanted.quietUntil()).update();
		if (!wanted.wants(Pace.DAILY)) {
			inbox.forgetDigest(person);
		}
	}

	private static void check(String address) {
		if (address != null && (address.length() > LONGEST || !MailAddress.is(address))) {
			throw Refusal.onField("address", "messages.address");
		}
	}

	private static Wishes wishes(ResultSet row, int number) throws SQLException {
		return new Wishes(row.getString("address"), Pace.valueOf(row.getString("pace")),
				Language.valueOf(row.getString("language")), row.getObject("quiet_from", LocalTime.class),
				row.getObject("quiet_until", LocalTime.class));
	}
}
