package cn.cuobian.design;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Every scenario of the bundle leads where it led before, or somebody said why it now leads elsewhere. */
@Component
class ScenarioHurdle implements Hurdle {

	private final Scenarios scenarios;
	private final MessageSource messages;

	ScenarioHurdle(Scenarios scenarios, MessageSource messages) {
		this.scenarios = scenarios;
		this.messages = messages;
	}

	@Override
	public List<String> against(DraftFacts draft) {
		Map<Long, Replay> replays = scenarios.replays(draft);
		return scenarios.of(draft.bundle()).stream().flatMap(scenario -> against(scenario, replays.get(scenario.id()))).toList();
	}

	private Stream<String> against(Scenario scenario, Replay replay) {
		if (replay == null) {
			return Stream.of(say("design.dry.hurdle.not-replayed", scenario.name()));
		}
		return replay.passed() ? Stream.empty() : Stream.of(say("design.dry.hurdle.differs", scenario.name(), replay.words()));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}
}
