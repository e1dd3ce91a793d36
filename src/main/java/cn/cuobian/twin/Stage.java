package cn.cuobian.twin;

import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Order;

/** Does what is asked of the twin. */
@ForTwin
@Component
class Stage {

	private final TwinTown town;
	private final Loading loading;
	private final Walk walk;
	private final Parts parts;
	private final Time time;
	private final Look look;
	private final AutoWalk auto;
	private final Rounds rounds;
	private final Rehearsing rehearsing;
	private final CapturedMail mail;
	private final TwinClock clock;

	Stage(TwinTown town, Loading loading, Walk walk, Parts parts, Time time, Look look, AutoWalk auto, Rounds rounds, Rehearsing rehearsing, CapturedMail mail, TwinClock clock) {
		this.town = town;
		this.loading = loading;
		this.walk = walk;
		this.parts = parts;
		this.time = time;
		this.look = look;
		this.auto = auto;
		this.rounds = rounds;
		this.rehearsing = rehearsing;
		this.mail = mail;
		this.clock = clock;
	}

	void furnish() {
		town.settle();
		loading.furnished();
	}

	Answer answer(Order order, Locale language) {
		switch (order.act()) {
			case LOAD -> load(order);
			case BEGIN -> begin(order);
			case COMPLETE -> parts.complete(order.task(), order.values());
			case RESIDENT -> parts.resident(order.start(), order.values());
			case JUMP -> jump(order.until());
			case RESET -> reset();
			case NEXT -> rehearsing.next(order.files());
			case CARRY -> carry(order);
			default -> {
				return told(order);
			}
		}
		return Answer.of(look.picture(language));
	}

	private Answer told(Order order) {
		return switch (order.act()) {
			case STARTS -> Answer.starts(walk.starts());
			case FORM -> Answer.form(parts.form(order.task()).json());
			case MAILS -> mails();
			case TRY -> tried(order);
			default -> Answer.of(look.picture(Locale.CHINESE));
		};
	}

	private void load(Order order) {
		loading.load(order.files());
		forget();
	}

	private void carry(Order order) {
		reset();
		clock.set(order.at());
		rehearsing.carry(order.shape());
	}

	private void reset() {
		loading.reset();
		forget();
	}

	private void forget() {
		walk.forget();
		mail.forget();
	}

	private void begin(Order order) {
		reset();
		clock.set(order.at());
		walk.begin(order.start(), order.place());
		time.settle();
	}

	private void jump(String until) {
		if (Order.TO_RUNG.equals(until)) {
			time.jump();
		} else {
			time.jumpToDeadline();
		}
	}

	private Answer mails() {
		rounds.ofMail();
		return Answer.mails(mail.letters());
	}

	private Answer tried(Order order) {
		begin(order);
		var tour = auto.run(order.round());
		return Answer.toured(look.picture(Locale.CHINESE), tour);
	}
}
