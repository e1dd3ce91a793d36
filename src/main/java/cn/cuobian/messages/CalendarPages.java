package cn.cuobian.messages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /calendar/<secret>.ics} for calendar programs, and where its owner makes, replaces and revokes the address. */
@Controller
class CalendarPages {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
	private static final Duration FRESH = Duration.ofMinutes(5);

	private final CalendarLinks links;
	private final TaskCalendar calendar;
	private final String address;
	private final Throttle looks;
	private final Throttle wrong;

	CalendarPages(CalendarLinks links, TaskCalendar calendar, Clock clock, @Value("${cuobian.address}") String address,
			@Value("${cuobian.public.calendars-per-hour:600}") int looks,
			@Value("${cuobian.public.wrong-codes-per-hour:30}") int wrong) {
		this.links = links;
		this.calendar = calendar;
		this.address = address;
		this.looks = new Throttle("messages.too-many-calendars", looks, clock);
		this.wrong = new Throttle("messages.too-many-calendars", wrong, clock);
	}

	@GetMapping("/calendar/{secret}.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String secret, HttpServletRequest request) {
		looks.count(request.getRemoteAddr());
		wrong.requireLeft(request.getRemoteAddr());
		var person = links.open(secret).orElseThrow(() -> {
			wrong.count(request.getRemoteAddr());
			return Refusal.notFound();
		});
		var bytes = calendar.of(person).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok().contentType(CALENDAR).eTag(DigestUtils.md5DigestAsHex(bytes))
				.cacheControl(CacheControl.maxAge(FRESH).cachePrivate()).header("X-Robots-Tag", "noindex").body(bytes);
	}

	/** The address is shown on the next page and never again. */
	@PostMapping("/inbox/calendar")
	String renew(Viewer viewer, RedirectAttributes next) {
		next.addFlashAttribute("calendarAddress", address + "/calendar/" + links.renew(viewer.personId()) + ".ics");
		return "redirect:/inbox#calendar";
	}

	@PostMapping("/inbox/calendar/revoke")
	String revoke(Viewer viewer, RedirectAttributes next) {
		links.revoke(viewer.personId());
		next.addFlashAttribute("notice", "messages.calendar.revoked");
		return "redirect:/inbox#calendar";
	}
}
