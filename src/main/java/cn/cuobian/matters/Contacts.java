package cn.cuobian.matters;

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

	Contacts(JdbcClient db, Vault vault, JsonMapper json) {
		this.db = db;
		this.vault = vault;
		this.json = json;
	}

	byte[] sealed(Contact contact, String number) {
		return contact.isEmpty() ? null : vault.seal(json.writeValueAsString(contact), number);
	}

	Optional<Contact> of(MatterFacts matter) {
		return db.sql("select contact from matter where id = ? and contact is not null").param(matter.id())
				.query((row, i) -> row.getBytes(1)).optional()
				.map(sealed -> json.readValue(vault.open(sealed, matter.number()), Contact.class));
	}
}
