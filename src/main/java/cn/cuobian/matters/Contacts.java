package cn.cuobian.matters;

import cn.cuobian.vault.Vault;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Residents' contacts, sealed under the number of their matter. */
@Component
class Contacts {

	private final JdbcClient db;
	private final Vault vault;
	private final JsonMapper json;
	private final Clock clock;

	Contacts(JdbcClient db, Vault vault, JsonMapper json, Clock clock) {
		this.db = db;
		this.vault = vault;
		this.json = json;
		this.clock = clock;
	}

	byte[] sealed(Contact contact, String number) {
		return contact.isEmpty() ? null : vault.seal(json.writeValueAsString(contact), number);
	}

	/** Keeps this contact instead; of none neither the sealed bytes nor the consent stay in the row. */
	void replace(MatterFacts matter, Contact contact, String consentVersion) {
		boolean none = contact.isEmpty();
		db.sql("update matter set contact = :contact, consent_version = :consent, consent_at = :at where id = :id")
				.param("contact", sealed(contact, matter.number()), Types.VARBINARY)
				.param("consent", none ? null : consentVersion, Types.VARCHAR)
				.param("at", none ? null : Timestamp.from(clock.instant()), Types.TIMESTAMP).param("id", matter.id()).update();
	}

	/** Keeps less than before: what was agreed to stays agreed, unless nothing is left. */
	void drop(MatterFacts matter, Contact left) {
		if (left.isEmpty()) {
			replace(matter, Contact.NONE, null);
		} else {
			db.sql("update matter set contact = :contact where id = :id")
					.param("contact", sealed(left, matter.number()), Types.VARBINARY).param("id", matter.id()).update();
		}
	}

	Optional<Contact> of(MatterFacts matter) {
		return db.sql("select contact from matter where id = ? and contact is not null").param(matter.id())
				.query((row, i) -> row.getBytes(1)).optional()
				.map(sealed -> json.readValue(vault.open(sealed, matter.number()), Contact.class));
	}
}
