package cn.cuobian.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.clocks.DueText;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.figures.Forecast;
import cn.cuobian.figures.Forecasts;
import cn.cuobian.people.People;
import cn.cuobian.people.PostCatalog;
import cn.cuobian.people.Posts;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the board into the reader's words. */
@Component
class BoardLines {

	private static final int SOON = 3;

	private final MessageSource messages;
	private final People people;
	private final Posts posts;
	private final Places places;
	private final PostCatalog catalog;
	private final Worklist worklist;
	private final Forecasts forecasts;
	private final WorkingCalendar calendar;
	private final RefusalSentences sentences;
	private final Clock clock;

	BoardLines(MessageSource messages, People people, Posts posts, Places places, PostCatalog catalog, Worklist worklist,
			Forecasts forecasts, WorkingCalendar calendar, RefusalSentences sentences, Clock clock) {
		this.messages = messages;
		this.people = people;
		this.posts = posts;
		this.places = places;
		this.catalog = catalog;
		this.worklist = worklist;
		this.forecasts = forecasts;
		this.calendar = calendar;
		this.sentences = sentences;
		this.clock = clock;
	}

	/** A place with its counts, or a step on the way down to it; its code is null for everything. */
	record Named(String code, String name, Board.Counts counts) {
	}

	/** What became of one clock, in words; the sentence is null where it was done. */
	record Done(long clockId, String number, String sentence) {
	}

	/** A kind of post, or a person, to narrow the list to. */
	record Choice(String key, String name) {
	}

	List<BoardLine> of(List<Watched> rows, Locale locale) {
		var names = new HashMap<Long, String>();
		var foretold = forecasts.of(rows.stream().filter(row -> !row.isPaused()).map(Watched::clockId).toList());
		return rows.stream().map(row -> line(row, names, foretold.get(row.clockId()), locale)).toList();
	}

	BoardLine of(Watched row, Locale locale) {
		return of(List.of(row), locale).get(0);
	}

	/** What its own history makes likely, in a sentence; empty where too few clocks like it have ended, or it is paused. */
	Optional<String> forecast(Watched row, Locale locale) {
		return row.isPaused() ? Optional.empty() : forecasts.of(row.clockId()).map(foretold -> say("supervision.forecast", locale,
				DueText.of(foretold.expected()), percent(foretold), foretold.sample(), say("supervision.forecast." + foretold.basis(), locale)));
	}

	/** The kinds of posts that do work. */
	List<Choice> posts(Locale locale) {
		return catalog.all().stream().map(post -> new Choice(post.code(), post.name(locale))).toList();
	}

	/** Null for nobody in particular. */
	Choice person(Long id) {
		return id == null ? null : new Choice(String.valueOf(id), people.nameOf(id));
	}

	List<Named> parts(List<Board.Part> parts, Locale locale) {
		return parts.stream().map(part -> new Named(part.place().code(), part.place().name(locale), part.counts())).toList();
	}

	/** The way down to the place, the place last. */
	List<Named> places(String place, Locale locale) {
		var way = new ArrayList<Named>();
		if (place != null) {
			places.lineage(place).forEach(each -> way.add(0, new Named(each.code(), each.name(locale), null)));
		}
		return way;
	}

	Done result(BoardActs.Result result, Locale locale) {
		return new Done(result.clockId(), result.number(), result.isDone() ? null : sentences.sentence(result.refusal(), locale));
	}

	private BoardLine line(Watched row, Map<Long, String> names, Forecast foretold, Locale locale) {
		boolean free = row.assignee() == null;
		var who = free ? row.group() == null ? "" : posts.nameOf(row.group(), locale)
				: names.computeIfAbsent(row.assignee(), people::nameOf);
		var step = row.step() == null ? "" : locale.getLanguage().equals("en") ? row.stepEn() : row.step();
		return new BoardLine(row.clockId(), row.number(), row.title(), worklist.kind(row.kind()).in(locale),
				row.tier().isEmpty() ? "" : say("worklist.tier." + row.tier(), locale),
				messages.getMessage("clocks.code." + row.code(), null, row.code(), locale), step,
				places.find(row.place()).map((Place place) -> place.name(locale)).orElse(row.place()), who, free,
				row.isPaused() ? "" : DueText.of(row.due()), left(row, locale), urgency(row), likely(row, foretold, locale), row.asked(), row.urged(), row.listed(),
				row.taskId(), row.page());
	}

	private String likely(Watched row, Forecast foretold, Locale locale) {
		boolean over = !clock.instant().isBefore(row.due());
		return foretold == null || over ? "" : say("supervision.likely", locale, percent(foretold), foretold.sample());
	}

	/** Whole percent; what is possible but less than one is one. */
	private static int percent(Forecast foretold) {
		return (foretold.breachPermille() + 9) / 10;
	}

	private String left(Watched row, Locale locale) {
		if (row.isPaused()) {
			return say("supervision.left.paused", locale);
		}
		var now = clock.instant();
		int days = workingDays(now, row.due());
		if (!now.isBefore(row.due())) {
			return days == 0 ? say("supervision.left.over-today", locale) : say("supervision.left.over", locale, -days);
		}
		return days == 0 ? say("supervision.left.today", locale) : say("supervision.left.days", locale, days);
	}

	private String urgency(Watched row) {
		if (row.isPaused()) {
			return "paused";
		}
		var now = clock.instant();
		if (!now.isBefore(row.due())) {
			return "overdue";
		}
		int days = workingDays(now, row.due());
		return days == 0 ? "today" : days <= SOON ? "soon" : "calm";
	}

	private int workingDays(Instant now, Instant due) {
		var zone = WorkingCalendar.ZONE;
		return calendar.workingDaysBetween(now.atZone(zone).toLocalDate(), due.minusNanos(1).atZone(zone).toLocalDate());
	}

	private String say(String key, Locale locale, Object... args) {
		return messages.getMessage(key, args, locale);
	}
}
