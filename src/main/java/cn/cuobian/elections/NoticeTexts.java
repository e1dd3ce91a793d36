package cn.cuobian.elections;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.territory.Places;
import cn.cuobian.votes.RollFacts;
import cn.cuobian.votes.Rolls;
import org.springframework.stereotype.Component;

/** Words of the notices, in Chinese. Who has not agreed to be named stands there as 张**. */
@Component
class NoticeTexts {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final ElectionWords words;
	private final GroupRows group;
	private final CandidateRows candidates;
	private final PollRows polls;
	private final Rolls rolls;
	private final Places places;

	NoticeTexts(ElectionWords words, GroupRows group, CandidateRows candidates, PollRows polls, Rolls rolls, Places places) {
		this.words = words;
		this.group = group;
		this.candidates = candidates;
		this.polls = polls;
		this.rolls = rolls;
		this.places = places;
	}

	String title(Election election, About about) {
		return words.say("notice." + about.code() + ".title", places.nameOf(election.place(), Locale.SIMPLIFIED_CHINESE));
	}

	String basis(About about) {
		return words.say("notice." + about.code() + ".basis");
	}

	String shownAt() {
		return words.say("notice.shown-at");
	}

	String body(Election election, About about, Object... details) {
		return switch (about) {
			case GROUP -> words.say("notice.group.body", members(election));
			case ROLL -> roll(election);
			case CANDIDATES -> words.say("notice.candidates.body", list(candidates.standing(election.id())));
			case RESULT -> result(election);
			case ASSEMBLY -> assembly(election, polls.last(election.subject()).orElseThrow());
			default -> words.say("notice." + about.code() + ".body", details);
		};
	}

	static String minute(Instant instant) {
		return instant.atZone(WorkingCalendar.ZONE).format(MINUTE);
	}

	private String members(Election election) {
		return group.of(election.id()).members().stream().map(member -> words.say("role." + member.role().code()) + " " + member.name()
				+ (member.leader() ? words.say("leader") : "")).collect(Collectors.joining("\n"));
	}

	private String roll(Election election) {
		RollFacts roll = rolls.of(election.rollId());
		return words.say("notice.roll.body", String.valueOf(roll.units()), String.valueOf(roll.heads()), area(roll.area()));
	}

	private String assembly(Election election, Poll poll) {
		var extension = poll.extendsTo() == null ? words.say("no-extension") : words.say("extension", minute(poll.extendsTo()));
		return words.say("notice.assembly.body", minute(poll.opens()), minute(poll.closes()), extension, election.seats(),
				election.alternates(), list(candidates.standing(election.id())),
				words.say(poll.secret() ? "secret" : "real-name"), poll.proxyCap(), poll.assembly());
	}

	private String result(Election election) {
		var all = candidates.of(election.id());
		return words.say("notice.result.body", list(in(all, CandidateState.ELECTED)), list(in(all, CandidateState.ALTERNATE)));
	}

	private static List<Candidate> in(List<Candidate> all, CandidateState state) {
		return all.stream().filter(candidate -> candidate.state() == state).toList();
	}

	private String list(List<Candidate> listed) {
		return listed.isEmpty() ? words.say("nobody") : listed.stream().map(this::line).collect(Collectors.joining("\n"));
	}

	private String line(Candidate candidate) {
		return "%d. %s（%s）".formatted(candidate.no(), candidate.publish() ? candidate.name() : candidate.masked(),
				Masked.unit(candidate.unit()));
	}

	/** From 0.01 m² to m². */
	static String area(long hundredths) {
		return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
	}
}
