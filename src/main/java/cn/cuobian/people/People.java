package cn.cuobian.people;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** Finds persons. */
@Component
public class People {

	private final PersonRows rows;

	People(PersonRows rows) {
		this.rows = rows;
	}

	public Optional<Person> byId(long id) {
		return rows.byId(id);
	}

	/** @throws Refusal 404 */
	public Person get(long id) {
		return rows.byId(id).orElseThrow(Refusal::notFound);
	}

	/** User names are small letters. */
	public Optional<Person> byUsername(String username) {
		return rows.byUsername(username);
	}

	/** The name, or a dash for a person who is no longer there. */
	public String nameOf(long id) {
		return rows.byId(id).map(Person::name).orElse("—");
	}

	/** Persons whose name or user name contains the text, by user name, after the given user name. */
	public List<Person> search(String text, String after, int max) {
		return rows.page(text == null ? "" : text.strip(), after == null ? "" : after, max);
	}
}
