package cn.cuobian.matters;

import java.util.Locale;
import java.util.Map;

import cn.cuobian.matters.Tracking.Tracked;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page a code opens: how far the matter is and, for who reported it, the contact. */
@Component
class TrackedPage {

	private final Tracking tracking;
	private final ResidentContact contact;
	private final Consent consent;

	TrackedPage(Tracking tracking, ResidentContact contact, Consent consent) {
		this.tracking = tracking;
		this.contact = contact;
		this.consent = consent;
	}

	/** What the holder of a code sees is nobody else's: no cache, no search engine, no address passed on. */
	static void keepNothing(HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Robots-Tag", "noindex");
		response.setHeader("Referrer-Policy", "no-referrer");
	}

	/** @param typed what stands in the contact's form */
	String show(String code, Contact typed, Model page, Locale locale) {
		Tracked tracked = tracking.of(code, locale);
		page.addAttribute("tracked", tracked);
		page.addAttribute("code", code);
		page.addAttribute("errors", Map.of());
		if (tracked.mine()) {
			page.addAttribute("contact", contact.veiled(code));
			page.addAttribute("typed", typed);
			page.addAttribute("consent", consent.current());
			page.addAttribute("consentWords", consent.current().in(locale));
		}
		return "matters/tracked";
	}
}
