package cn.cuobian.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.design.Recording.Stand;
import cn.cuobian.design.Recording.Step;
import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Picture;

/** Walks a recording again and says at which step it goes another way. */
@Component
class Replays {

	private final MessageSource messages;

	Replays(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @param difference empty when every step led where it led before
	 * @param walked what was walked now, as far as it came
	 */
	record Outcome(String difference, Recording walked, long millis) {
	}

	Outcome replay(Twin twin, Recording recording, Drawings drawings) {
		long began = System.nanoTime();
		var walk = new Again(twin, recording, drawings);
		walk.run();
		return new Outcome(String.join(" ", walk.differences), walk.walked, (System.nanoTime() - began) / 1_000_000);
	}

	/** One walk. It goes on after a difference as long as its steps can be done, so that the whole new path is known. */
	private final class Again {

		private final Twin twin;
		private final Recording recording;
		private final Drawings drawings;
		private final List<String> differences = new ArrayList<>();
		private Recording walked;
		private Picture picture;

		Again(Twin twin, Recording recording, Drawings drawings) {
			this.twin = twin;
			this.recording = recording;
			this.drawings = drawings;
			this.walked = new Recording(recording.start(), recording.place(), recording.at(), null, List.of());
		}

		private void run() {
			if (!done(twin.ask(Order.begin(recording.start(), recording.place(), recording.at())), 0, say("design.dry.replay.begin"))) {
				return;
			}
			walked = new Recording(recording.start(), recording.place(), recording.at(), Stand.of(picture), List.of());
			compare(recording.begun(), 0, say("design.dry.replay.begin"));
			for (int i = 0; i < recording.steps().size() && step(recording.steps().get(i), i + 1);) {
				i++;
			}
		}

		private boolean step(Step step, int number) {
			Optional<Order> order = step.again(picture);
			if (order.isEmpty()) {
				differ(number, step.name(), say("design.dry.replay.no-task"));
				return false;
			}
			if (!done(twin.ask(order.get()), number, step.name())) {
				return false;
			}
			walked = walked.and(step.with(Stand.of(picture)));
			compare(step.after(), number, step.name());
			return true;
		}

		private boolean done(Answer answer, int number, String name) {
			if (!answer.isGood()) {
				differ(number, name, answer.refused() == null ? answer.broken() : answer.refused());
				return false;
			}
			picture = answer.picture();
			return true;
		}

		/** The first difference is the one to look at: what follows follows from it. */
		private void compare(Stand expected, int number, String name) {
			Stand now = Stand.of(picture);
			if (!differences.isEmpty()) {
				return;
			}
			if (!now.active().equals(expected.active())) {
				differ(number, name, say("design.dry.replay.elsewhere", names(expected.active()), names(now.active())));
			} else if (!now.passed().equals(expected.passed())) {
				differ(number, name, say("design.dry.replay.other-way", names(without(expected.passed(), now.passed())), names(without(now.passed(), expected.passed()))));
			} else if (!now.clocks().equals(expected.clocks())) {
				differ(number, name, say("design.dry.replay.clocks", clocks(without(expected.clocks(), now.clocks())), clocks(without(now.clocks(), expected.clocks()))));
			}
		}

		private void differ(int number, String name, String what) {
			differences.add(say("design.dry.replay.step", number, name, what));
		}

		private String names(List<String> elements) {
			return elements.isEmpty() ? say("design.dry.replay.nowhere") : elements.stream().map(drawings::name).collect(Collectors.joining("、"));
		}

		private String clocks(List<String> clocks) {
			return clocks.isEmpty() ? say("design.dry.replay.nothing") : clocks.stream().map(ClockText::of).collect(Collectors.joining("、"));
		}
	}

	private static List<String> without(List<String> all, List<String> others) {
		return all.stream().filter(one -> !others.contains(one)).toList();
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}
}
