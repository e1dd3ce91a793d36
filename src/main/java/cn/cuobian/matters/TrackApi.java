package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.matters.Tracking.Tracked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the holder of a tracking code may read and do, without an account. */
@RestController
@RequestMapping("/api/v1/track/{code}")
@Tag(name = "track", description = "Follow a matter with its tracking code; no token needed")
class TrackApi {

	private final Tracking tracking;
	private final ResidentActs acts;
	private final PublicLimits limits;

	TrackApi(Tracking tracking, ResidentActs acts, PublicLimits limits) {
		this.tracking = tracking;
		this.acts = acts;
		this.limits = limits;
	}

	/** @param satisfaction 1 (not at all) to 5 (very) */
	record RatingGiven(int satisfaction, String words) {
	}

	@Operation(summary = "How far it is", description = "One 404 for codes that are wrong, mistyped or no codes at all.")
	@GetMapping
	ResponseEntity<Tracked> state(@PathVariable String code, Locale locale, HttpServletRequest request) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore())
				.body(limits.withCode(request, () -> tracking.of(code, locale)));
	}

	@Operation(summary = "Rate the answer, once")
	@PostMapping("/rating")
	ResponseEntity<Tracked> rate(@PathVariable String code, @RequestBody RatingGiven given, Locale locale,
			HttpServletRequest request) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(limits.withCode(request, () -> {
			acts.rate(code, given.satisfaction(), given.words());
			return tracking.of(code, locale);
		}));
	}
}
