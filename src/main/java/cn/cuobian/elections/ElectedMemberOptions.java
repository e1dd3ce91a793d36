package cn.cuobian.elections;

import java.util.List;

import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import org.springframework.stereotype.Component;

/** Who was elected: {@code "valuesKey": "electedMembers"}. */
@Component
class ElectedMemberOptions implements FormOptions {

	private final CandidateRows candidates;

	ElectedMemberOptions(CandidateRows candidates) {
		this.candidates = candidates;
	}

	@Override
	public String key() {
		return "electedMembers";
	}

	@Override
	public List<Option> options(String subject) {
		return candidates.of(Long.parseLong(subject.substring(subject.indexOf(':') + 1))).stream()
				.filter(candidate -> candidate.state() == CandidateState.ELECTED)
				.map(candidate -> Option.of(String.valueOf(candidate.id()), candidate.name(), candidate.name())).toList();
	}
}
