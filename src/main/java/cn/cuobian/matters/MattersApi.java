package cn.cuobian.matters;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import cn.cuobian.matters.Attachments.Attachment;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reports and reads matters for other systems. Refusals are problem+json with a stable {@code rule}. */
@RestController
@RequestMapping("/api/v1/matters")
@Tag(name = "matters", description = "Report and read matters")
class MattersApi {

	private static final int MOST = 100;

	private final ReportDesk desk;
	private final MatterFile file;
	private final MatterSearch search;
	private final MatterAbout about;
	private final Standing standing;
	private final Attachments attachments;
	private final JsonMapper json;

	MattersApi(ReportDesk desk, MatterFile file, MatterSearch search, MatterAbout about, Standing standing,
			Attachments attachments, JsonMapper json) {
		this.desk = desk;
		this.file = file;
		this.search = search;
		this.about = about;
		this.standing = standing;
		this.attachments = attachments;
		this.json = json;
	}

	/** One line of the list. */
	record Item(String number, String title, String kind, String place, String state, String tier, boolean urgent,
			Instant reportedAt) {

		static Item of(Matter matter) {
			MatterFacts facts = matter.facts();
			return new Item(facts.number(), facts.title(), facts.kind(), facts.place(), matter.state().code(),
					matter.tier().code(), facts.urgent(), facts.reportedAt());
		}
	}

	/** @param next value of {@code after} for the following page; null on the last one */
	record Items(List<Item> items, Long next) {
	}

	/** Everything of one matter but the contact. */
	record Whole(Item matter, String narrative, String building, String unit, String scope, String channel, String answer,
			Instant answeredAt, Integer satisfaction, Instant closedAt, List<Standing.Waiting> waitingFor,
			List<MatterAbout.Told> record, List<Attachment> attachments) {
	}

	@Operation(summary = "Report a matter", description = "The same Idempotency-Key with the same content is answered with "
			+ "the same receipt and makes no second matter; with other content it is refused (409). A key is known for "
			+ "30 days. At most 10 photos of at most 10 MB each; what they are is read from their content. Nothing is "
			+ "filed if one of them is refused.")
	@ApiResponse(responseCode = "201", description = "Filed; the tracking code is told this once")
	@ApiResponse(responseCode = "413", description = "A photo or the whole request is too large", content = @Content)
	@ApiResponse(responseCode = "415", description = "A file is no photo and no PDF", content = @Content)
	@ApiResponse(responseCode = "422", description = "Something is missing or wrong; errors by field", content = @Content)
	@ApiResponse(responseCode = "503", description = "Photos cannot be kept at the moment; nothing was filed, come again after "
			+ "Retry-After or report without them", content = @Content)
	@PostMapping
	ResponseEntity<Receipt> report(@RequestBody ReportGiven given,
			@Parameter(required = true, description = "Chosen by you, different for every report, at most 200 characters")
			@RequestHeader(name = "Idempotency-Key", required = false) String key, Viewer viewer) {
		if (key == null || key.isBlank() || key.length() > OneTimeRequests.MAX_KEY) {
			throw new Refusal("matters.idempotency-key", OneTimeRequests.MAX_KEY).status(HttpStatus.BAD_REQUEST);
		}
		Receipt receipt = desk.file("api" + viewer.personId(), key, given.fingerprint(json), () -> given.report(viewer.personId()));
		return ResponseEntity.created(URI.create("/api/v1/matters/" + receipt.number())).header("Cache-Control", "no-store")
				.body(receipt);
	}

	@Operation(summary = "List the matters you may see, newest first",
			description = "q finds numbers by their beginning and Chinese or other text anywhere in title and narrative.")
	@GetMapping
	Items list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String state,
			@RequestParam(required = false) String kind, @RequestParam(required = false) Long after,
			@RequestParam(defaultValue = "30") int size, Viewer viewer) {
		MatterSearch.Page page = search.page(MatterListPage.wanted(q, state, kind), viewer, after,
				Math.max(1, Math.min(size, MOST)));
		return new Items(page.matters().stream().map(Item::of).toList(), page.next());
	}

	@Operation(summary = "Read one matter", description = "404 for a matter outside your territory, as for none.")
	@GetMapping("/{number}")
	Whole one(@PathVariable String number, Viewer viewer, Locale locale) {
		Matter matter = file.open(number, viewer);
		MatterFacts facts = matter.facts();
		return new Whole(Item.of(matter), facts.narrative(), facts.building(), facts.unit(), facts.scope().code(),
				facts.channel().code(), matter.answer().orElse(null), matter.answeredAt().orElse(null),
				matter.rating().map(Matter.Rating::satisfaction).orElse(null), matter.closedAt().orElse(null),
				standing.of(matter, locale), about.record(matter, locale), attachments.of(matter.id()));
	}
}
