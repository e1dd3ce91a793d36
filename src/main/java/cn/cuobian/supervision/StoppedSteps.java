package cn.cuobian.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.cuobian.elections.ElectionRecord;
import cn.cuobian.engine.GivenUp;
import cn.cuobian.engine.GivenUp.Stopped;
import cn.cuobian.matters.Timeline;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.Worklist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that were tried to the end, with the numbers people know them by, and having them tried again. */
@Component
class StoppedSteps {

	static final int MOST = 200;
	private static final String MATTER = "matter:";
	private static final Logger LOG = LoggerFactory.getLogger(StoppedSteps.class);

	private final GivenUp givenUp;
	private final Worklist worklist;
	private final Timeline timeline;
	private final ElectionRecord records;

	StoppedSteps(GivenUp givenUp, Worklist worklist, Timeline timeline, ElectionRecord records) {
		this.givenUp = givenUp;
		this.worklist = worklist;
		this.timeline = timeline;
		this.records = records;
	}

	/** @param number empty where it belongs to nothing that has one */
	record Line(Stopped stopped, String number) {

		public String step(Locale locale) {
			return locale.getLanguage().equals("en") ? stopped.stepEn() : stopped.step();
		}
	}

	/** Up to {@link #MOST}, the newest first. */
	List<Line> newest() {
		return givenUp.newest(MOST).stream().map(each -> new Line(each, number(each.subject()).orElse(""))).toList();
	}

	/**
	 * Tries it again; who had it done stands in the record of the matter or the election.
	 *
	 * @throws Refusal {@code engine.not-given-up} if it is tried again already, or gone
	 */
	@Transactional
	void tryAgain(String id, Viewer viewer) {
		var stopped = givenUp.tryAgain(id);
		if (stopped.subject().startsWith(MATTER)) {
			timeline.note(Long.parseLong(stopped.subject().substring(MATTER.length())), viewer.personId(), "tried-again", stopped.step());
		} else if (number(stopped.subject()).isPresent()) {
			records.note(stopped.subject(), viewer.personId(), "tried-again", stopped.step());
		}
		LOG.info("A stopped step is tried again, asked for by person {}", viewer.personId());
	}

	private Optional<String> number(String subject) {
		return subject.isEmpty() ? Optional.empty() : worklist.lineOf(subject).map(line -> line.number());
	}
}
