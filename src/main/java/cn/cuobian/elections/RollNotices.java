package cn.cuobian.elections;

import java.time.Clock;
import java.util.List;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.notices.Notices;
import cn.cuobian.notices.ObjectionDecided;
import cn.cuobian.notices.ObjectionMade;
import cn.cuobian.votes.RollCorrected;
import cn.cuobian.votes.RollVoices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Between the register of owners and its notice: who objects to the notice objects to the register, and a register that is
 * corrected after it was frozen is published anew, with the day and its fingerprint.
 */
@Component
class RollNotices {

	private final Publicity publicity;
	private final ElectionRows rows;
	private final ElectionLog log;
	private final Notices notices;
	private final RollVoices voices;
	private final Clocks clocks;
	private final Clock clock;

	RollNotices(Publicity publicity, ElectionRows rows, ElectionLog log, Notices notices, RollVoices voices, Clocks clocks, Clock clock) {
		this.publicity = publicity;
		this.rows = rows;
		this.log = log;
		this.notices = notices;
		this.voices = voices;
		this.clocks = clocks;
		this.clock = clock;
	}

	@EventListener
	void on(ObjectionMade made) {
		publicity.of(made.noticeId()).filter(hung -> hung.about().equals(About.ROLL.code())).flatMap(hung -> rows.find(hung.electionId()))
				.filter(election -> election.rollId() != null)
				.ifPresent(election -> notices.objections(made.noticeId()).stream().filter(one -> one.id() == made.objectionId())
						.forEach(one -> voices.raised(election.rollId(), one.who().unit(), one.words(), one.id())));
	}

	@EventListener
	void on(ObjectionDecided decided) {
		voices.answered(decided.objectionId(), decided.upheld(), decided.answer(), decided.by());
	}

	@EventListener
	void on(RollCorrected corrected) {
		running(corrected.rollId()).forEach(election -> {
			publicity.tell(election, About.ROLL_CORRECTED, clocks.wouldBeDue(About.ROLL.clock(), election.place()),
					clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate().toString(), String.valueOf(corrected.units()),
					String.valueOf(corrected.heads()), NoticeTexts.area(corrected.area()), corrected.fingerprint(), corrected.earlierFingerprint());
			log.add(election.subject(), "roll-corrected", corrected.fingerprint());
		});
	}

	private List<Election> running(long rollId) {
		return rows.ofRoll(rollId).stream().filter(election -> !election.state().isOver()).toList();
	}
}
