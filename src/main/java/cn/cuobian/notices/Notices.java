package cn.cuobian.notices;

import java.time.Clock;
import java.util.List;

import cn.cuobian.nodes.ClockWatch;
import cn.cuobian.notices.Notice.State;
import cn.cuobian.notices.Objection.Who;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes notices, takes objections and has them answered. A notice is over when its time is up and every objection
 * to it is decided, not before.
 */
@Component
public class Notices {

	static final String OFFICER = "election-officer";
	static final int LONGEST_TITLE = 100;
	static final int LONGEST_BODY = 8_000;
	static final int LONGEST_WORDS = 2_000;
	static final int LONGEST_REASON = 500;
	private static final int LONGEST_NAME = 80;

	private final NoticeRows rows;
	private final ObjectionRows objections;
	private final Places places;
	private final ApplicationEventPublisher events;
	private final Clock clock;
	private final ClockWatch time;
	private final TransactionTemplate transaction;

	Notices(NoticeRows rows, ObjectionRows objections, Places places, ApplicationEventPublisher events, Clock clock,
			ClockWatch time, PlatformTransactionManager transactions) {
		this.rows = rows;
		this.objections = objections;
		this.places = places;
		this.events = events;
		this.clock = clock;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Everybody can read it from now on.
	 *
	 * @param by null for a procedure
	 * @throws Refusal {@code notices.incomplete}, {@code notices.ends-in-the-past}
	 */
	@Transactional
	public long publish(NewNotice notice, Long by) {
		return publish(notice, 1, null, by);
	}

	/** A corrected version; its time begins anew, objections to the old one stay with it. */
	@Transactional
	public long replace(long id, NewNotice notice, String reason, long by) {
		var old = open(id);
		requireReason(reason);
		rows.end(id, State.REPLACED, reason.strip(), clock.instant());
		return publish(notice, old.version() + 1, id, by);
	}

	/** It no longer holds; it stays readable, with the reason. */
	@Transactional
	public void withdraw(long id, String reason) {
		open(id);
		requireReason(reason);
		rows.end(id, State.WITHDRAWN, reason.strip(), clock.instant());
	}

	/** @throws Refusal 404 */
	public Notice of(long id) {
		return rows.find(id).orElseThrow(Refusal::notFound);
	}

	/** Every version of everything that was published about it, the oldest first. */
	public List<Notice> about(String subject) {
		return rows.of(subject);
	}

	public List<Objection> objections(long noticeId) {
		return objections.of(noticeId);
	}

	/**
	 * Somebody objects, with or without an account.
	 *
	 * @throws Refusal {@code notices.too-late}, {@code notices.objection-incomplete}
	 */
	@Transactional
	public long object(long noticeId, Who who, String words) {
		var notice = rows.hold(noticeId).orElseThrow(Refusal::notFound);
		if (!notice.takesObjections(clock.instant())) {
			throw new Refusal("notices.too-late").status(HttpStatus.CONFLICT);
		}
		requireText("name", who.name(), LONGEST_NAME);
		requireText("contact", who.contact(), LONGEST_NAME);
		requireText("words", words, LONGEST_WORDS);
		long id = objections.add(noticeId, new Who(line(who.name()), line(who.unit()), line(who.contact())), words.strip(), clock.instant());
		events.publishEvent(new ObjectionMade(id, noticeId, notice.subject(), notice.place(), notice.title()));
		return id;
	}

	/** @throws Refusal {@code notices.decided-already}, {@code notices.answer}; 404 for who is no election officer there */
	@Transactional
	public void decide(long objectionId, boolean upheld, String answer, Viewer viewer) {
		var objection = objections.find(objectionId).orElseThrow(Refusal::notFound);
		var notice = rows.hold(objection.noticeId()).orElseThrow();
		if (!isOfficer(viewer, notice)) {
			throw Refusal.notFound();
		}
		requireText("answer", answer, LONGEST_WORDS);
		if (!objections.decide(objectionId, upheld ? Objection.State.UPHELD : Objection.State.REJECTED, answer.strip(), clock.instant(), viewer.personId())) {
			throw new Refusal("notices.decided-already").status(HttpStatus.CONFLICT);
		}
		events.publishEvent(new ObjectionDecided(objectionId, notice.id(), upheld, answer.strip(), viewer.personId()));
		end(notice);
	}

	/** Election officers of the place, or of one above it, answer objections. */
	public boolean isOfficer(Viewer viewer, Notice notice) {
		return viewer.is(OFFICER, places.lineage(notice.place()));
	}

	/** Ends those whose time is up; one with an open objection waits for its answer. Not by a clock that is off. */
	@Scheduled(cron = "${cuobian.notices.round:15 * * * * *}")
	void round() {
		if (time.isOff()) {
			return;
		}
		rows.due(clock.instant()).forEach(id -> transaction.executeWithoutResult(status -> rows.hold(id).ifPresent(this::end)));
	}

	private void end(Notice notice) {
		var all = objections.of(notice.id());
		boolean waits = clock.instant().isBefore(notice.ends()) || all.stream().anyMatch(one -> one.state() == Objection.State.OPEN);
		if (notice.state() == State.OPEN && !waits) {
			rows.end(notice.id(), State.OVER, null, clock.instant());
			int upheld = (int) all.stream().filter(one -> one.state() == Objection.State.UPHELD).count();
			events.publishEvent(new NoticeOver(notice.id(), notice.subject(), notice.kind(), all.size(), upheld));
		}
	}

	private long publish(NewNotice notice, int version, Long replaces, Long by) {
		places.get(notice.place());
		requireText("title", notice.title(), LONGEST_TITLE);
		requireText("body", notice.body(), LONGEST_BODY);
		if (!clock.instant().isBefore(notice.ends())) {
			throw Refusal.onField("ends", "notices.ends-in-the-past");
		}
		long id = rows.add(notice, clock.instant(), version, replaces, by);
		events.publishEvent(new NoticePublished(id, notice.subject(), notice.kind(), notice.place()));
		return id;
	}

	private Notice open(long id) {
		var notice = rows.hold(id).orElseThrow(Refusal::notFound);
		if (notice.state() != State.OPEN) {
			throw new Refusal("notices.not-open").status(HttpStatus.CONFLICT);
		}
		return notice;
	}

	private static void requireReason(String reason) {
		requireText("reason", reason, LONGEST_REASON);
	}

	private static void requireText(String field, String text, int longest) {
		if (text == null || text.isBlank() || text.strip().length() > longest) {
			throw Refusal.onField(field, "notices.text", longest);
		}
	}

	private static String line(String text) {
		return text == null ? "" : text.replaceAll("\\s+", " ").strip();
	}
}
