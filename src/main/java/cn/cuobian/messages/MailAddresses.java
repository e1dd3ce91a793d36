package cn.cuobian.messages;

import java.util.Optional;
import java.util.regex.Pattern;

import cn.cuobian.refusals.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people want mails; who gave no address gets none. */
@Component
class MailAddresses {

	/** What a mail server can be handed without quoting; the server decides about the rest. */
	private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
	private static final int LONGEST = 120;

	private final JdbcClient db;

	MailAddresses(JdbcClient db) {
		this.db = db;
	}

	Optional<String> of(long person) {
		return db.sql("select address from mail_address where person_id = ?").param(person).query(String.class).optional();
	}

	/**
	 * @param address blank: no mails any more
	 * @throws Refusal {@code messages.address}
	 */
	@Transactional
	void set(long person, String address) {
		var wanted = address == null ? "" : address.strip();
		if (!wanted.isEmpty() && (wanted.length() > LONGEST || !ADDRESS.matcher(wanted).matches())) {
			throw Refusal.onField("address", "messages.address");
		}
		db.sql("delete from mail_address where person_id = ?").param(person).update();
		if (!wanted.isEmpty()) {
			db.sql("insert into mail_address (person_id, address) values (?, ?)").params(person, wanted).update();
		}
	}
}
