package cn.cuobian.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons with their user names. */
@Component
class PersonRows {

	static final String COLUMNS = "p.id as person_id, a.username, p.name as person_name, a.disabled";

	private final JdbcClient jdbc;

	PersonRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Person> byId(long id) {
		return jdbc.sql("select " + COLUMNS + " from person p join account a on a.person = p.id where p.id = ?")
				.param(id).query(PersonRows::person).optional();
	}

	Optional<Person> byUsername(String username) {
		return jdbc.sql("select " + COLUMNS + " from person p join account a on a.person = p.id where a.username = ?")
				.param(username).query(PersonRows::person).optional();
	}

	/** In the order of user names, from after the given one. */
	List<Person> page(String text, String after, int size) {
		var pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "") + "%";
		return jdbc.sql("select " + COLUMNS + """
				 from person p join account a on a.person = p.id
				where a.username > ? and (lower(a.username) like ? or lower(p.name) like ?)
				order by a.username fetch first ? rows only""").params(after, pattern, pattern, size)
				.query(PersonRows::person).list();
	}

	static Person person(ResultSet row, int number) throws SQLException {
		return new Person(row.getLong("person_id"), row.getString("username"), row.getString("person_name"),
				!row.getBoolean("disabled"));
	}
}
