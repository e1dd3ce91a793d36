package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import org.springframework.stereotype.Component;

/** The checklist of a review, by the place of the election: {@code "valuesKey": "candidateConditions"}. */
@Component
class ConditionOptions implements FormOptions {

	private final ElectionSubjects elections;
	private final ElectionRules rules;

	ConditionOptions(ElectionSubjects elections, ElectionRules rules) {
		this.elections = elections;
		this.rules = rules;
	}

	@Override
	public String key() {
		return "candidateConditions";
	}

	@Override
	public List<Option> options(String subject) {
		var place = elections.line(Long.parseLong(subject.substring(subject.indexOf(':') + 1))).placeCode();
		return rules.conditions(place).stream().map(condition -> new Option(condition.code(), condition.words())).toList();
	}
}
