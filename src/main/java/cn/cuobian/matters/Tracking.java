package cn.cuobian.matters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.people.Posts;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the holder of a code may read: how far it is, which post has it, until when, what comes next. Never a person's
 * name, never the contact, never what staff wrote to each other.
 */
@Component
class Tracking {

	private static final Set<TimelineKind> PUBLIC = Set.of(TimelineKind.REPORTED, TimelineKind.OPENED, TimelineKind.RAISED,
			TimelineKind.RETURNED, TimelineKind.ANSWERED, TimelineKind.RATED, TimelineKind.UNRATED, TimelineKind.REOPENED,
			TimelineKind.WITHDRAWN, TimelineKind.REFUSED, TimelineKind.CLOSED);

	private final Codes codes;
	private final Matters matters;
	private final Timeline timeline;
	private final Standing standing;
	private final Posts posts;
	private final Places places;
	private final Kinds kinds;

	Tracking(Codes codes, Matters matters, Timeline timeline, Standing standing, Posts posts, Places places, Kinds kinds) {
		this.codes = codes;
		this.matters = matters;
		this.timeline = timeline;
		this.standing = standing;
		this.posts = posts;
		this.places = places;
		this.kinds = kinds;
	}

	/** @param kind with a sentence in the messages; @param detail a post, a tier or a rating, or empty */
	record Step(Instant at, String kind, String detail) {
	}

	/** Where it is now. */
	record Now(String what, String posts, Instant due, boolean overdue) {
	}

	/** @param mine false for a neighbour who joined: then {@code title} is empty too */
	record Tracked(String number, String title, String kind, String place, MatterState state, String tier,
			Instant reportedAt, List<Now> now, List<Step> steps, String answer, Instant answeredAt, Integer satisfaction,
			int neighbours, boolean mine, boolean mayRate, boolean mayReopen, boolean mayWithdraw) {
	}

	/** One sentence for a code that is wrong, mistyped or not a code at all. */
	static Refusal unknownCode() {
		return new Refusal("matters.unknown-code").status(HttpStatus.NOT_FOUND);
	}

	/** @throws Refusal 404 for anything that opens nothing */
	@Transactional(readOnly = true)
	public Tracked of(String typed, Locale locale) {
		Codes.Opened opened = codes.open(typed).orElseThrow(Tracking::unknownCode);
		Matter matter = matters.find(opened.matterId()).orElseThrow(Tracking::unknownCode);
		return tracked(matter, opened.holder() == Codes.Holder.REPORTER, locale);
	}

	private Tracked tracked(Matter matter, boolean mine, Locale locale) {
		MatterFacts facts = matter.facts();
		boolean answered = matter.state() == MatterState.ANSWERED;
		return new Tracked(facts.number(), mine ? facts.title() : "", kinds.of(facts.kind()).name(locale),
				places.fullNameOf(facts.place(), locale), matter.state(), matter.tier().code(), facts.reportedAt(),
				now(matter, locale), steps(matter, locale), matter.answer().filter(words -> matter.answeredAt().isPresent())
						.orElse(null), matter.answeredAt().orElse(null),
				matter.rating().map(Matter.Rating::satisfaction).orElse(null), codes.neighbours(facts.id()), mine,
				mine && answered && matter.rating().isEmpty() && standing.awaits(ResidentMessages.RATED, matter),
				mine && answered && matter.reopenedAt().isEmpty() && standing.awaits(ResidentMessages.REOPENED, matter),
				mine && matter.state() == MatterState.OPEN && standing.awaits(ResidentMessages.WITHDRAWN, matter));
	}

	private List<Now> now(Matter matter, Locale locale) {
		return standing.of(matter, locale).stream().map(waiting -> new Now(waiting.what(), waiting.posts(), waiting.due(),
				waiting.overdue())).toList();
	}

	private List<Step> steps(Matter matter, Locale locale) {
		List<Step> steps = new ArrayList<>();
		timeline.of(matter.id()).stream().filter(entry -> PUBLIC.contains(entry.kind()))
				.map(entry -> new Step(entry.at(), entry.kind().code(), detail(entry, locale))).forEach(steps::add);
		return steps;
	}

	private String detail(TimelineEntry entry, Locale locale) {
		return switch (entry.kind()) {
			case OPENED -> groups(entry).stream().map(group -> posts.nameOf(group, locale)).collect(Collectors.joining("、"));
			case RAISED, RETURNED -> entry.text("to");
			case RATED -> entry.text("satisfaction");
			default -> "";
		};
	}

	@SuppressWarnings("unchecked")
	private static List<String> groups(TimelineEntry entry) {
		return (List<String>) Optional.ofNullable(entry.payload().get("groups")).orElse(List.of());
	}
}
