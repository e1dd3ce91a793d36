package cn.cuobian.matters;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import cn.cuobian.people.People;
import cn.cuobian.people.Posts;
import cn.cuobian.territory.Places;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a matter and its record into the reader's language, for staff who may see it. */
@Component
class MatterAbout {

	private final MatterLines lines;
	private final Timeline timeline;
	private final People people;
	private final Posts posts;
	private final Places places;
	private final MessageSource messages;

	MatterAbout(MatterLines lines, Timeline timeline, People people, Posts posts, Places places,
			MessageSource messages) {
		this.lines = lines;
		this.timeline = timeline;
		this.people = people;
		this.posts = posts;
		this.places = places;
		this.messages = messages;
	}

	/** @param actor null for the resident or the process; @param detail what the kind's sentence names */
	record Told(int seq, Instant at, String kind, String actor, String onBehalfOf, String detail, String words,
			List<Map.Entry<String, String>> answers) {
	}

	MatterLines.Line line(Matter matter, Locale locale) {
		return lines.line(matter, locale);
	}

	String where(Matter matter, Locale locale) {
		return places.lineage(matter.facts().place()).stream().map(place -> place.name(locale))
				.collect(Collectors.joining(" · "));
	}

	List<Told> record(Matter matter, Locale locale) {
		return timeline.of(matter.id()).stream().map(entry -> told(entry, locale)).toList();
	}

	private Told told(TimelineEntry entry, Locale locale) {
		return new Told(entry.seq(), entry.at(), entry.kind().code(), name(entry.actor()), name(entry.onBehalfOf()),
				detail(entry, locale), words(entry), WorkRecord.answers(entry, "en".equals(locale.getLanguage())));
	}

	/** The task, and in brackets who had it before somebody else moved it. */
	private String moved(TimelineEntry entry, String to) {
		return entry.text("task") + (entry.payload().containsKey("from") ? "（" + name(entry, "from") + "）" : "") + to;
	}

	private String name(TimelineEntry entry, String key) {
		return name(((Number) entry.payload().get(key)).longValue());
	}

	private String name(Long person) {
		return Optional.ofNullable(person).map(people::nameOf).orElse(null);
	}

	@SuppressWarnings("unchecked")
	private String detail(TimelineEntry entry, Locale locale) {
		return switch (entry.kind()) {
			case OPENED -> entry.text("task") + " → " + ((List<String>) entry.payload().get("groups")).stream()
					.map(group -> posts.nameOf(group, locale)).collect(Collectors.joining("、"));
			case CLAIMED, RELEASED, COMPLETED, LAPSED -> entry.text("task");
			case CLAIM_LAPSED, TAKEN_OVER -> moved(entry, "");
			case HANDED_OVER -> moved(entry, " → " + name(entry, "to"));
			case RAISED, RETURNED -> entry.text("to");
			case ATTACHED -> entry.text("name");
			case RATED -> entry.text("satisfaction");
			case NOTED -> note(entry, locale);
			default -> "";
		};
	}

	@SuppressWarnings("unchecked")
	private String note(TimelineEntry entry, Locale locale) {
		var details = (List<String>) entry.payload().getOrDefault("details", List.of());
		return messages.getMessage("matters.note." + entry.text("note"), details.toArray(), entry.text("note"), locale);
	}

	private static String words(TimelineEntry entry) {
		return entry.kind() == TimelineKind.COMMENTED ? entry.text("text") : entry.text("reason");
	}
}
