package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The opening hours that places keep: look, ask for other ones or for none; what that would do is shown before it holds. */
@Controller
@RequestMapping("/admin/calendar/hours")
class OpeningHoursPages {

	private static final String PAGE = "/admin/calendar/hours";

	private final CalendarBook book;
	private final Places places;

	OpeningHoursPages(CalendarBook book, Places places) {
		this.book = book;
		this.places = places;
	}

	/**
	 * @param week one text per day from Monday, empty where the day follows the first open one
	 * @param followed number of that day; 0 where no hours are kept
	 */
	record Kept(String place, String name, List<String> week, int followed) {
	}

	@GetMapping
	String hours(@RequestParam(defaultValue = "") String place, Model model) {
		var all = new TreeMap<>(book.hours());
		model.addAttribute("kept", all.entrySet().stream().map(this::kept).toList());
		model.addAttribute("chosen", kept(Map.entry(place, all.getOrDefault(place, OpeningHours.NONE))));
		return "clocks/opening-hours";
	}

	@PostMapping
	String draft(@RequestParam(defaultValue = "") String place, @RequestParam Map<String, String> form, Viewer viewer) {
		var week = Arrays.stream(DayOfWeek.values()).map(day -> form.getOrDefault("day" + day.getValue(), "")).toList();
		long id = book.draftHours(place.strip(), OpeningHoursText.read(week), form.get("reason"), viewer.personId());
		return "redirect:" + PAGE + "/changes/" + id;
	}

	@GetMapping("/changes/{id}")
	String preview(@PathVariable long id, Model model) {
		var preview = book.preview(id);
		var place = preview.change().place();
		if (place == null) {
			throw Refusal.notFound();
		}
		model.addAttribute("preview", preview);
		model.addAttribute("before", kept(Map.entry(place, preview.before())));
		model.addAttribute("after", kept(Map.entry(place, preview.after())));
		return "clocks/opening-hours-change";
	}

	@PostMapping("/changes/{id}")
	String apply(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		book.apply(id, viewer.personId());
		flash.addFlashAttribute("notice", "clocks.hours.saved");
		return "redirect:" + PAGE;
	}

	private Kept kept(Map.Entry<String, OpeningHours> entry) {
		var hours = entry.getValue();
		return new Kept(entry.getKey(), places.fullNameOf(entry.getKey(), LocaleContextHolder.getLocale()),
				Arrays.stream(DayOfWeek.values()).map(day -> said(hours, day)).toList(), hours.firstOpen().map(DayOfWeek::getValue).orElse(0));
	}

	private static String said(OpeningHours hours, DayOfWeek day) {
		return hours.week().containsKey(day) ? OpeningHoursText.write(hours.on(day)) : "";
	}
}
