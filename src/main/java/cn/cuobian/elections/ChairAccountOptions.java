package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import cn.cuobian.people.Person;
import org.springframework.stereotype.Component;

/** The accounts at the compound, of which one may be the chair's: {@code "valuesKey": "chairAccounts"}. */
@Component
class ChairAccountOptions implements FormOptions {

	private final ElectionRows elections;
	private final Chairs chairs;

	ChairAccountOptions(ElectionRows elections, Chairs chairs) {
		this.elections = elections;
		this.chairs = chairs;
	}

	@Override
	public String key() {
		return "chairAccounts";
	}

	@Override
	public List<Option> options(String subject) {
		var election = elections.find(Long.parseLong(subject.substring(subject.indexOf(':') + 1))).orElseThrow();
		return chairs.accounts(election.place()).stream().map(ChairAccountOptions::option).toList();
	}

	/** Two people of one name are told apart by what they sign in with. */
	private static Option option(Person person) {
		var shown = person.name() + " (" + person.username() + ")";
		return Option.of(String.valueOf(person.id()), shown, shown);
	}
}
