package cn.cuobian.matters;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where who reported a matter wants mails about it. The address comes out of the vault only to be written on a mail. */
@Component
public class ResidentMail {

	private final JdbcClient db;
	private final Matters matters;
	private final Contacts contacts;

	ResidentMail(JdbcClient db, Matters matters, Contacts contacts) {
		this.db = db;
		this.matters = matters;
		this.contacts = contacts;
	}

	/** Whether a contact is kept at all, with consent; the vault stays closed. */
	public boolean mayBeWanted(long matterId) {
		return db.sql("select 1 from matter where id = ? and contact is not null and consent_version is not null")
				.param(matterId).query(Integer.class).optional().isPresent();
	}

	/** Empty without an address, and once the consent was withdrawn: then neither is kept. */
	public Optional<String> addressFor(long matterId) {
		return matters.find(matterId).flatMap(matter -> contacts.of(matter.facts())).map(Contact::mail);
	}
}
