package cn.cuobian.design;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import cn.cuobian.design.Recording.Deed;
import cn.cuobian.design.Recording.Stand;
import cn.cuobian.design.Recording.Step;
import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Answer.Letter;
import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Order.Act;
import cn.cuobian.design.walk.Picture;
import cn.cuobian.design.walk.Picture.Waiting;
import cn.cuobian.refusals.Refusal;

/** One designer's play on one saving of a draft: he takes every part, and what he does is written down. */
final class DryRun {

	private final Twin twin;
	private final int revision;
	private final Drawings drawings;
	private Recording recording;
	private Picture picture;
	private List<Letter> mails = List.of();
	private long used = System.nanoTime();

	private DryRun(Twin twin, int revision, Drawings drawings) {
		this.twin = twin;
		this.revision = revision;
		this.drawings = drawings;
	}

	/**
	 * @param choice among the beginnings that the twin offers
	 * @throws Refusal when it does not begin; the twin is given back then
	 */
	static DryRun begin(Twin twin, int revision, Drawings drawings, Function<List<Start>, Start> choice, Instant at) {
		var run = new DryRun(twin, revision, drawings);
		try {
			Start start = choice.apply(good(twin.ask(Order.plain(Act.STARTS))).starts());
			run.picture = good(twin.ask(Order.begin(start.code(), start.place(), at))).picture();
			run.recording = new Recording(start.code(), start.place(), at, Stand.of(run.picture), List.of());
			run.look();
			return run;
		} catch (RuntimeException e) {
			twin.close();
			throw e;
		}
	}

	/** @throws Refusal with the fields that are wrong, as the task's own page would say */
	synchronized void complete(String task, Map<String, Object> values) {
		Waiting waiting = waiting(task);
		act(Order.complete(task, values), new Step(Deed.COMPLETE, Recording.key(waiting), waiting.name(), values, null));
	}

	synchronized void resident(String message, Map<String, Object> values) {
		act(Order.resident(message, values), new Step(Deed.RESIDENT, message, message, values, null));
	}

	synchronized void jump(String until) {
		act(Order.jump(until), new Step(Deed.JUMP, until, until, Map.of(), null));
	}

	private void act(Order order, Step step) {
		used = System.nanoTime();
		picture = good(twin.ask(order)).picture();
		recording = recording.and(step.with(Stand.of(picture)));
		look();
	}

	private void look() {
		mails = good(twin.ask(Order.plain(Act.MAILS))).mails();
	}

	/** The form-js schema of a task. */
	synchronized String form(String task) {
		used = System.nanoTime();
		waiting(task);
		return good(twin.ask(Order.form(task))).form();
	}

	/** @throws Refusal 404 */
	Waiting waiting(String task) {
		return picture.open().stream().filter(each -> each.id().equals(task)).findFirst().orElseThrow(Refusal::notFound);
	}

	Picture picture() {
		return picture;
	}

	Recording recording() {
		return recording;
	}

	List<Letter> mails() {
		return mails;
	}

	int revision() {
		return revision;
	}

	Drawings drawings() {
		return drawings;
	}

	boolean isAlive() {
		return twin.isAlive();
	}

	boolean isIdleFor(long nanos) {
		return System.nanoTime() - used > nanos;
	}

	void end() {
		twin.close();
	}

	/** The twin has put the refusal into the reader's words already. */
	private static Answer good(Answer answer) {
		if (answer.refused() != null) {
			throw answer.fields() == null || answer.fields().isEmpty() ? new Refusal("design.dry-refused", answer.refused()) : new WrongAnswers(answer.fields());
		}
		if (answer.broken() != null) {
			throw new Refusal("design.dry-broken", answer.broken());
		}
		return answer;
	}

	/** What is wrong with the answers of a form, by field. */
	static final class WrongAnswers extends Refusal {

		private static final long serialVersionUID = 1L;
		private final transient Map<String, String> fields;

		WrongAnswers(Map<String, String> fields) {
			super("design.dry-wrong-answers", fields.size());
			this.fields = fields;
		}

		Map<String, String> fields() {
			return fields;
		}
	}
}
