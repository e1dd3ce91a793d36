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
		return line(task.subject()).orElseGet(() -> new SubjectLine(task.subject(), task.name(), null, null, place));
	}

	Optional<SubjectLine> line(String subject) {
		var colon = subject.indexOf(':');
		var source = colon < 0 ? null : sources.get(subject.substring(0, colon));
		return Optional.ofNullable(source).map(known -> known.line(Long.parseLong(subject.substring(colon + 1))));
	}

	List<Kind> kinds() {
		return sources.values().stream().flatMap(source -> source.kinds().stream()).toList();
	}

	Label kind(String code) {
		return kinds().stream().filter(kind -> kind.code().equals(code)).map(Kind::name).findFirst()
			.orElseGet(() -> new Label(code, code));
	}
}
