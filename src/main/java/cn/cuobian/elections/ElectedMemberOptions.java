package cn.cuobian.elections;

import java.util.List;
import java.util.stream.Stream;

import cn.cuobian.elections.Committee.Member;
import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import org.springframework.stereotype.Component;

/** Who may be chosen as chair or deputy, which is who was elected, and after a by-election who sits already: {@code "valuesKey": "electedMembers"}. */
@Component
class ElectedMemberOptions implements FormOptions {

	private final ElectionRows elections;
	private final CandidateRows candidates;
	private final CommitteeRows committees;

	ElectedMemberOptions(ElectionRows elections, CandidateRows candidates, CommitteeRows committees) {
		this.elections = elections;
		this.committees = committees;
		this.candidates = candidates;
	}

	@Override
	public String key() {
		return "electedMembers";
	}

	@Override
	public List<Option> options(String subject) {
		var election = elections.find(Long.parseLong(subject.substring(subject.indexOf(':') + 1))).orElseThrow();
		var elected = candidates.of(election.id()).stream().filter(candidate -> candidate.state() == CandidateState.ELECTED)
				.map(candidate -> option(candidate.id(), candidate.name()));
		return Stream.concat(elected, sitting(election).map(member -> option(member.candidateId(), member.name()))).toList();
	}

	private Stream<Member> sitting(Election election) {
		return election.isByElection() ? committees.find(election.committeeId()).orElseThrow().members().stream().filter(Member::isSeated)
				: Stream.empty();
	}

	private static Option option(long candidate, String name) {
		return Option.of(String.valueOf(candidate), name, name);
	}
}
