package cn.cuobian.design;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.design.Rehearsal.Line;
import cn.cuobian.design.Rehearsal.Ticking;
import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Picture;

/** Puts what the twin answered into the line of a matter. */
@Component
class RehearsalWords {

	private static final String RUNNING = "RUNNING";

	private final MessageSource messages;

	RehearsalWords(MessageSource messages) {
		this.messages = messages;
	}

	/** @param own due instants of the matter's own clocks, by code */
	Line comesOver(String subject, Map<String, Instant> own, List<Answer> answers, Drawings drawings) {
		var lands = answers.stream().flatMap(answer -> answer.picture().flows().stream()).filter(flow -> !flow.ended())
				.flatMap(flow -> flow.active().stream().map(element -> flow.model() + ":" + element)).filter(key -> !drawings.name(key).equals(key))
				.map(drawings::name).distinct().toList();
		Map<String, Ticking> clocks = new TreeMap<>();
		answers.stream().flatMap(answer -> answer.picture().clocks().stream()).forEach(clock -> clocks.merge(clock.code(), ticking(clock, own), RehearsalWords::latest));
		return new Line(subject, true, lands, new ArrayList<>(clocks.values()), null);
	}

	/** One that runs at the same instant as before goes on; the matter's own instant is told, not that of the one it stands for. */
	private static Ticking ticking(Picture.Ticking clock, Map<String, Instant> own) {
		boolean runs = clock.state().equals(RUNNING);
		var due = own.getOrDefault(clock.code(), clock.due());
		return new Ticking(clock.code(), ClockText.moment(due), !runs ? "stops" : own.containsKey(clock.code()) ? "goes-on" : "begins");
	}

	/** Of several of one code the one that runs. */
	private static Ticking latest(Ticking one, Ticking other) {
		return one.state().equals("stops") ? other : one;
	}

	Line stays(String subject, String steps) {
		return new Line(subject, false, List.of(), List.of(), say("design.move.why.as-planned", steps));
	}

	Line broken(String subject, Answer answer) {
		return new Line(subject, false, List.of(), List.of(), answer.refused() == null ? say("design.move.why.broken", answer.broken()) : answer.refused());
	}

	/** @param what is unknown: {@code version} or {@code kind} */
	Line unknown(String subject, String what) {
		return new Line(subject, false, List.of(), List.of(), say("design.move.rehearsal.unknown-" + what));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}
}
