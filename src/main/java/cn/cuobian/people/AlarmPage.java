package cn.cuobian.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import cn.cuobian.people.Vacancies.Vacancy;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** Vacant posts whose work went to somebody else in the last thirty days. */
@Controller
class AlarmPage {

	private static final int DAYS = 30;

	private final Vacancies vacancies;
	private final Posts posts;
	private final Places places;
	private final Clock clock;

	AlarmPage(Vacancies vacancies, Posts posts, Places places, Clock clock) {
		this.vacancies = vacancies;
		this.posts = posts;
		this.places = places;
		this.clock = clock;
	}

	/** @param filled whether somebody holds the post now */
	record Alarm(String place, String name, String fellTo, LocalDate first, LocalDate last, boolean filled) {
	}

	@GetMapping("/admin/alarms")
	String alarms(Viewer viewer, Model model, Locale locale) {
		Map<Group, List<Vacancy>> byPost = new LinkedHashMap<>();
		vacancies.since(LocalDate.now(clock).minusDays(DAYS)).stream().filter(vacancy -> isFor(viewer, vacancy))
				.forEach(vacancy -> byPost.computeIfAbsent(new Group(vacancy.post(), vacancy.place()), none -> new ArrayList<>()).add(vacancy));
		model.addAttribute("alarms", byPost.entrySet().stream().map(known -> alarm(known.getKey(), known.getValue(), locale)).toList());
		return "people/alarms";
	}

	/** An administrator can fill every post, a supervisor watches his territory. */
	private boolean isFor(Viewer viewer, Vacancy vacancy) {
		return viewer.roles().contains("ADMINISTRATOR")
				|| places.find(vacancy.place()).map(Place::path).filter(viewer::sees).isPresent();
	}

	private Alarm alarm(Group vacant, List<Vacancy> newestFirst, Locale locale) {
		var last = newestFirst.get(0);
		var first = newestFirst.get(newestFirst.size() - 1);
		return new Alarm(vacant.place(), posts.nameOf(vacant.key(), locale), posts.nameOf(last.fellTo(), locale),
				first.noticedOn(), last.noticedOn(), !posts.holders(vacant.key()).isEmpty());
	}
}
