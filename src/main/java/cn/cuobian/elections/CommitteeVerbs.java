package cn.cuobian.elections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.elections.Committee.Member;
import cn.cuobian.engine.ProcessBean;
import cn.cuobian.engine.Processes;
import cn.cuobian.territory.Places;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What {@code committee_term.bpmn} and {@code hand_over.bpmn} do to a committee besides waiting for people. */
@Component
@ProcessBean("committees")
public class CommitteeVerbs {

	private final CommitteeRows rows;
	private final RecallRows recalls;
	private final PollRows pollRows;
	private final ElectionRows electionRows;
	private final Polls polls;
	private final Committees committees;
	private final Elections elections;
	private final ElectionWords words;
	private final ElectionLog log;
	private final Places places;
	private final Clocks clocks;
	private final Processes processes;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	CommitteeVerbs(CommitteeRows rows, RecallRows recalls, PollRows pollRows, ElectionRows electionRows, Polls polls,
			Committees committees, Elections elections, ElectionWords words, ElectionLog log, Places places, Clocks clocks,
			Processes processes, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.recalls = recalls;
		this.pollRows = pollRows;
		this.electionRows = electionRows;
		this.polls = polls;
		this.committees = committees;
		this.elections = elections;
		this.words = words;
		this.log = log;
		this.places = places;
		this.clocks = clocks;
		this.processes = processes;
		this.events = events;
		this.clock = clock;
	}

	/** Its first meeting was held: the term of a new committee begins; who was by-elected joins the one there is. */
	public void takeOffice(long electionId) {
		rows.ofElection(electionId).ifPresent(committee -> processes.start(Committees.MODEL, committee.subject(),
				Map.of("subject", committee.subject(), "committeeId", committee.id(), "place", committee.place())));
	}

	/** Whether a committee before it has to hand over. */
	public boolean hasOld(long electionId) {
		return committees.old(election(electionId)).isPresent();
	}

	/** The end of the last day of the old committee's term. */
	public String oldTermEnds(long electionId) {
		return endOf(committees.old(election(electionId)).orElseThrow().termTo());
	}

	/** How vacant seats are filled: {@code none}, {@code alternate}, {@code by-election} or {@code full-election}. */
	public String weigh(long committeeId) {
		var committee = committee(committeeId);
		if (committee.vacant() == 0) {
			return "none";
		}
		if (committee.nextAlternate().isPresent()) {
			return "alternate";
		}
		boolean called = committee.successor() != null && !elections.of(committee.successor()).state().isOver();
		return called ? "none" : committee.isBelowHalf() ? "full-election" : Election.BY_ELECTION;
	}

	/** The next alternate answered. @param decision {@code accepted}; he who declines is not asked again */
	public void seatAlternate(long committeeId, String decision) {
		var next = committee(committeeId).nextAlternate().orElseThrow();
		rows.memberState(next.id(), "accepted".equals(decision) ? Member.SEATED : Member.DECLINED, today());
		log.add(committee(committeeId).subject(), "alternate-" + decision, next.rank());
	}

	/** Calls a by-election for the vacant seats, or a full one. */
	public void callElection(long committeeId, String filling) {
		var committee = committee(committeeId);
		boolean some = filling.equals(Election.BY_ELECTION);
		call(committee, some ? Election.BY_ELECTION : Election.RE_ELECTION, some ? committee.vacant() : committee.seats());
	}

	/** When something falls due by the calendar: re-election three months before the end, then the end of the term. */
	public String nextDate(long committeeId) {
		var committee = committee(committeeId);
		return isReElectionCalled(committee) ? endOf(committee.termTo())
				: clocks.latestBefore("COMM.REELECT", committee.place(), committee.termTo()).atStartOfDay(WorkingCalendar.ZONE).toInstant().toString();
	}

	/** {@code reelection} when it was time to call it, {@code over} when the term has ended. */
	public String reachDate(long committeeId) {
		var committee = committee(committeeId);
		if (!isReElectionCalled(committee)) {
			var called = elections.of(call(committee, Election.RE_ELECTION, committee.seats()));
			events.publishEvent(new ReElectionDue(called.id(), called.place(), called.title()));
			return "reelection";
		}
		rows.state(committeeId, Committee.OVER);
		log.add(committee.subject(), "term-over");
		return "over";
	}

	/** Puts the recall to the vote that was planned. */
	public long announceRecall(long committeeId) {
		var committee = committee(committeeId);
		var motion = recalls.last(committeeId).orElseThrow();
		var poll = pollRows.last(committee.subject()).orElseThrow();
		var name = committee.members().stream().filter(member -> member.id() == motion.memberId()).findFirst().orElseThrow().name();
		polls.announceRecall(poll, words.say("recall.title", places.nameOf(committee.place(), Locale.SIMPLIFIED_CHINESE)),
				words.say("recall.question", name));
		recalls.poll(motion.id(), poll.id());
		log.add(committee.subject(), "recall-announced", NoticeTexts.minute(poll.opens()));
		return poll.id();
	}

	/** The owners voted for the recall. */
	public void recalled(long committeeId, long pollId) {
		var committee = committee(committeeId);
		var motion = recalls.last(committeeId).orElseThrow();
		committee.members().stream().filter(member -> member.id() == motion.memberId() && member.isSeated())
				.forEach(member -> committees.leave(committee, member, Committees.RECALLED));
		recalls.state(motion.id(), "PASSED");
		log.add(committee.subject(), "recalled", pollId);
	}

	/** Its election counts for nothing. */
	public void annulled(long committeeId) {
		var committee = committee(committeeId);
		committee.members().stream().filter(Member::isSeated).forEach(member -> committees.leave(committee, member, "annulled"));
		rows.state(committeeId, Committee.ANNULLED);
		log.add(committee.subject(), "annulled");
	}

	private boolean isReElectionCalled(Committee committee) {
		return committee.successor() != null && elections.of(committee.successor()).kind().equals(Election.RE_ELECTION);
	}

	private long call(Committee committee, String kind, int seats) {
		var before = election(committee.electionId());
		var title = words.say("title." + kind, places.nameOf(committee.place(), Locale.SIMPLIFIED_CHINESE));
		long called = elections.call(new NewElection(committee.place(), title, kind, before.schedule(), seats,
				Math.min(seats, before.alternates())), committee);
		rows.successor(committee.id(), called);
		log.add(committee.subject(), "called", kind, called);
		return called;
	}

	private static String endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant().toString();
	}

	private LocalDate today() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private Committee committee(long id) {
		return rows.find(id).orElseThrow();
	}

	private Election election(long id) {
		return electionRows.find(id).orElseThrow();
	}
}
