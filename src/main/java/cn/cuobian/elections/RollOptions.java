package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import cn.cuobian.votes.Rolls;
import org.springframework.stereotype.Component;

/** The registers of owners of the compound: {@code "valuesKey": "electionRolls"}. */
@Component
class RollOptions implements FormOptions {

	private final ElectionSubjects elections;
	private final CommitteeSubjects committees;
	private final Rolls rolls;

	RollOptions(ElectionSubjects elections, CommitteeSubjects committees, Rolls rolls) {
		this.elections = elections;
		this.committees = committees;
		this.rolls = rolls;
	}

	@Override
	public String key() {
		return "electionRolls";
	}

	@Override
	public List<Option> options(String subject) {
		long id = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
		var place = (subject.startsWith(elections.type()) ? elections.line(id) : committees.line(id)).placeCode();
		return rolls.at(place).stream().map(roll -> Option.of(String.valueOf(roll.id()), roll.title(), roll.title())).toList();
	}
}
