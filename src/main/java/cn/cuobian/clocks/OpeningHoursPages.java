package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The opening hours that places keep: look, change, give up. */
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

	/** @param week one text per day from Monday, empty where the day follows Monday */
	record Kept(String place, String name, List<String> week) {
	}

	@GetMapping
	String hours(@RequestParam(defaultValue = "") String place, Model model) {
		var all = new TreeMap<>(book.hours());
		model.addAttribute("kept", all.entrySet().stream().map(this::kept).toList());
		model.addAttribute("chosen", kept(Map.entry(place, all.getOrDefault(place, OpeningHours.NONE))));
		return "clocks/opening-hours";
	}

	@PostMapping
	String keep(@RequestParam(defaultValue = "") String place, @RequestParam Map<String, String> form, Viewer viewer,
			RedirectAttributes flash) {
		var week = Arrays.stream(DayOfWeek.values()).map(day -> form.getOrDefault("day" + day.getValue(), "")).toList();
		book.keepHours(place.strip(), OpeningHoursText.read(week), form.get("reason"), viewer.personId());
		flash.addFlashAttribute("notice", "clocks.hours.saved");
		return "redirect:" + PAGE;
	}

	private Kept kept(Map.Entry<String, OpeningHours> entry) {
		var week = entry.getValue().week();
		return new Kept(entry.getKey(), places.fullNameOf(entry.getKey(), LocaleContextHolder.getLocale()),
				Arrays.stream(DayOfWeek.values()).map(day -> OpeningHoursText.write(week.getOrDefault(day, List.of()))).toList());
	}
}
