package cn.cuobian.clocks;

import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar: look at a year, load a year's notice or change a day, see what would move, apply. */
@Controller
@RequestMapping("/admin/calendar")
class WorkingCalendarPages {

	private static final String PAGE = "/admin/calendar";

	private final CalendarBook book;
	private final WorkingCalendar calendar;
	private final Recount recount;
	private final Clock clock;

	WorkingCalendarPages(CalendarBook book, WorkingCalendar calendar, Recount recount, Clock clock) {
		this.book = book;
		this.calendar = calendar;
		this.recount = recount;
		this.clock = clock;
	}

	/** @param kind {@code off} for a weekday off, {@code work} for a weekend day that is worked, {@code rest} for a weekend, or empty */
	record Cell(LocalDate day, String kind, String name) {
	}

	/** @param lead empty cells before the first day, Monday first */
	record Month(YearMonth month, List<Integer> lead, List<Cell> cells) {
	}

	@GetMapping
	String year(@RequestParam(required = false) Integer year, Model model) {
		int shown = year == null || year < 2000 || year > 2100 ? LocalDate.now(clock).getYear() : year;
		model.addAttribute("year", shown);
		model.addAttribute("official", calendar.isOfficial(shown));
		var named = book.named(shown);
		model.addAttribute("months", IntStream.rangeClosed(1, 12).mapToObj(month -> month(YearMonth.of(shown, month), named)).toList());
		model.addAttribute("workingDays", calendar.workingDaysBetween(LocalDate.of(shown - 1, 12, 31), LocalDate.of(shown, 12, 31)));
		recount.progress().ifPresent(progress -> model.addAttribute("progress", progress));
		return "clocks/calendar";
	}

	@PostMapping("/year")
	String loadYear(@RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "") String reason, Viewer viewer)
			throws IOException {
		if (file == null || file.isEmpty()) {
			throw Refusal.onField("file", "clocks.calendar-file");
		}
		return "redirect:" + PAGE + "/changes/" + book.draftYear(file.getBytes(), reason, viewer.personId());
	}

	@PostMapping("/day")
	String changeDay(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam boolean worked,
			@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
		return "redirect:" + PAGE + "/changes/" + book.draftDay(day, worked, name, reason, viewer.personId());
	}

	@GetMapping("/changes/{id}")
	String preview(@PathVariable long id, Model model) {
		model.addAttribute("preview", book.preview(id));
		return "clocks/calendar-change";
	}

	@PostMapping("/changes/{id}")
	String apply(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		book.apply(id, viewer.personId());
		flash.addFlashAttribute("notice", "clocks.calendar.applied");
		return "redirect:" + PAGE;
	}

	private Month month(YearMonth month, Map<LocalDate, CalendarFile.Day> named) {
		var cells = new ArrayList<Cell>();
		for (var day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
			var said = named.get(day);
			cells.add(new Cell(day, kind(day), said == null ? "" : said.name()));
		}
		return new Month(month, IntStream.range(1, month.atDay(1).getDayOfWeek().getValue()).boxed().toList(), cells);
	}

	/** Marks what an ordinary week would not tell. */
	private String kind(LocalDate day) {
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		if (calendar.isMakeUpDay(day)) {
			return "work";
		}
		if (!calendar.isWorkingDay(day)) {
			return weekend ? "rest" : "off";
		}
		return "";
	}
}
