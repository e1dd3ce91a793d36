package cn.cuobian.notices;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import cn.cuobian.clocks.DueText;
import cn.cuobian.notices.Objection.Who;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.refusals.Throttle;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board in the compound, on the web: everybody reads and objects, election officers answer. */
@Controller
class NoticePages {

	private static final int MOST = 100;

	private final Notices notices;
	private final NoticeRows rows;
	private final Places places;
	private final RefusalSentences sentences;
	private final Throttle objecting;
	private final Clock clock;

	NoticePages(Notices notices, NoticeRows rows, Places places, RefusalSentences sentences, Clock clock,
			@Value("${cuobian.public.objections-per-hour:60}") int objections) {
		this.notices = notices;
		this.rows = rows;
		this.places = places;
		this.sentences = sentences;
		this.objecting = new Throttle("notices.too-many", objections, clock);
		this.clock = clock;
	}

	/** What an objector typed. */
	record Typed(String name, String unit, String contact, String words) {

		Who who() {
			return new Who(name, unit, contact);
		}
	}

	@GetMapping("/notices")
	String list(@RequestParam(required = false) String place, Model model) {
		var here = place == null ? null : places.find(place).orElseThrow(Refusal::notFound);
		var codes = here == null ? List.<String>of() : places.lineage(place).stream().map(Place::code).toList();
		model.addAttribute("place", here);
		model.addAttribute("notices", rows.at(codes, MOST));
		return "notices/list";
	}

	@GetMapping("/notices/{id:[0-9]+}")
	String notice(@PathVariable long id, Model model) {
		return page(id, new Typed("", "", "", ""), model);
	}

	@PostMapping("/notices/{id:[0-9]+}/objections")
	String object(@PathVariable long id, Typed typed, Locale locale, Model model, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes next) {
		objecting.count(request.getRemoteAddr());
		try {
			notices.object(id, typed.who(), typed.words());
			next.addFlashAttribute("notice", "notices.objected");
			return "redirect:/notices/" + id;
		} catch (Refusal refusal) {
			if (refusal.field() == null) {
				throw refusal;
			}
			response.setStatus(refusal.status().value());
			model.addAttribute("refusal", sentences.sentence(refusal, locale));
			return page(id, typed, model);
		}
	}

	@GetMapping("/notices/{id:[0-9]+}/desk")
	String desk(@PathVariable long id, Viewer viewer, Model model) {
		var notice = mine(id, viewer);
		model.addAttribute("item", notice);
		model.addAttribute("objections", notices.objections(id));
		return "notices/desk";
	}

	@PostMapping("/notices/objections/{id:[0-9]+}")
	String decide(@PathVariable long id, @RequestParam boolean upheld, @RequestParam String answer, @RequestParam long notice, Viewer viewer,
			RedirectAttributes next) {
		mine(notice, viewer);
		notices.decide(id, upheld, answer, viewer);
		next.addFlashAttribute("notice", "notices.answered");
		return "redirect:/notices/" + notice + "/desk";
	}

	private Notice mine(long id, Viewer viewer) {
		var notice = notices.of(id);
		if (!notices.isOfficer(viewer, notice)) {
			throw Refusal.notFound();
		}
		return notice;
	}

	private String page(long id, Typed typed, Model model) {
		var notice = notices.of(id);
		model.addAttribute("item", notice);
		model.addAttribute("place", places.get(notice.place()));
		model.addAttribute("until", DueText.of(notice.ends()));
		model.addAttribute("takes", notice.takesObjections(clock.instant()));
		model.addAttribute("objections", notices.objections(id));
		model.addAttribute("typed", typed);
		return "notices/notice";
	}
}
