package cn.cuobian.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.TaskOpened;
import cn.cuobian.forms.Label;
import cn.cuobian.worklist.SubjectSource.Kind;

/** Finds the room that knows a subject. */
@Component
class Subjects {

	private final Map<String, SubjectSource> sources;

	Subjects(List<SubjectSource> sources) {
		this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(SubjectSource::type, Function.identity()));
	}

	/** What is known about the task's subject; a subject of no room is shown by its own name, at the place it gave. */
	SubjectLine line(TaskOpened task) {
		var place = task.facts().get("place") instanceof String code ? code : null;
		return source(task.subject()).map(known -> known.line(number(task.subject()), task)).orElseGet(() -> new SubjectLine(task.subject(), task.name(), null, null, place));
	}

	Optional<SubjectLine> line(String subject) {
		return source(subject).map(known -> known.line(number(subject)));
	}

	private Optional<SubjectSource> source(String subject) {
		var colon = subject.indexOf(':');
		return Optional.ofNullable(colon < 0 ? null : sources.get(subject.substring(0, colon)));
	}

	private static long number(String subject) {
		return Long.parseLong(subject.substring(subject.indexOf(':') + 1));
	}

	List<Kind> kinds() {
		return sources.values().stream().flatMap(source -> source.kinds().stream()).toList();
	}

	Label kind(String code) {
		return kinds().stream().filter(kind -> kind.code().equals(code)).map(Kind::name).findFirst()
			.orElseGet(() -> new Label(code, code));
	}
}
