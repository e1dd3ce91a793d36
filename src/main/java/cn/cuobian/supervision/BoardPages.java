package cn.cuobian.supervision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Pause;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /board}: the list, one clock, and acts on one or many. */
@Controller
@RequestMapping("/board")
class BoardPages {

	private static final int SIZE = 25;
	private static final List<String> ACTS = List.of("urge", "hand-over", "raise", "pause", "resume", "extend", "grant", "refuse",
			"list", "unlist");

	private final Board board;
	private final BoardActs acts;
	private final BoardLines lines;
	private final Clocks clocks;
	private final Loads loads;
	private final Worklist worklist;
	private final Workbench bench;
	private final RefusalSentences sentences;

	BoardPages(Board board, BoardActs acts, BoardLines lines, Clocks clocks, Loads loads, Worklist worklist, Workbench bench,
			RefusalSentences sentences) {
		this.board = board;
		this.acts = acts;
		this.lines = lines;
		this.clocks = clocks;
		this.loads = loads;
		this.worklist = worklist;
		this.bench = bench;
		this.sentences = sentences;
	}

	/** What a form of an act says; what an act does not ask for stays empty. */
	record Asked(List<Long> clock, String words, String evidence, Pause.Reason reason, Integer amount, Long to,
			@DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime at) {

		List<Long> clocks() {
			return clock == null ? List.of() : clock;
		}

		/** Null for now. */
		Instant instant() {
			return at == null ? null : at.atZone(WorkingCalendar.ZONE).toInstant();
		}
	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, @RequestParam(required = false) String after, Viewer viewer, Locale locale,
			Model model) {
		var filter = BoardFilter.of(parameters);
		var page = board.page(filter, viewer, after, SIZE);
		model.addAttribute("filter", filter);
		model.addAttribute("lines", lines.of(page.rows(), locale));
		model.addAttribute("next", page.next().orElse(null));
		model.addAttribute("first", after == null);
		model.addAttribute("counts", board.counts(filter.place(), viewer));
		model.addAttribute("parts", lines.parts(board.parts(filter.place(), viewer), locale));
		model.addAttribute("where", lines.places(filter.place(), locale));
		model.addAttribute("kinds", worklist.kinds());
		model.addAttribute("posts", lines.posts(locale));
		model.addAttribute("only", lines.person(filter.person()));
		model.addAttribute("acts", ACTS);
		return "supervision/board";
	}

	@GetMapping("/{id:[0-9]+}")
	String clock(@PathVariable long id, Viewer viewer, Locale locale, Model model) {
		var row = board.get(id, viewer);
		model.addAttribute("line", lines.of(row, locale));
		model.addAttribute("running", clocks.byId(id).orElseThrow(Board::gone));
		model.addAttribute("history", clocks.history(id));
		model.addAttribute("forecast", lines.forecast(row, locale));
		model.addAttribute("acts", ACTS.stream().filter(act -> fits(act, row)).toList());
		return "supervision/clock";
	}

	/** Asks for the reason, and for what else the act needs. */
	@GetMapping("/acts/{act}")
	String ask(@PathVariable String act, Asked asked, Viewer viewer, Locale locale, Model model) {
		return form(act, asked, viewer, locale, model);
	}

	@PostMapping("/acts/{act}")
	String act(@PathVariable String act, Asked asked, Viewer viewer, Locale locale, Model model,
			HttpServletResponse response) {
		try {
			var results = done(act, asked, viewer);
			model.addAttribute("act", act);
			model.addAttribute("results", results.stream().map(result -> lines.result(result, locale)).toList());
			model.addAttribute("done", results.stream().filter(BoardActs.Result::isDone).count());
			return "supervision/done";
		} catch (Refusal refusal) {
			if (refusal.field() == null) {
				throw refusal;
			}
			response.setStatus(refusal.status().value());
			model.addAttribute("refusal", sentences.sentence(refusal, locale));
			return form(act, asked, viewer, locale, model);
		}
	}

	@GetMapping("/load")
	String load(@RequestParam(required = false) String place, Viewer viewer, Locale locale, Model model) {
		model.addAttribute("people", loads.people(place, viewer));
		model.addAttribute("posts", loads.posts(place, viewer, locale));
		model.addAttribute("where", lines.places(place, locale));
		return "supervision/load";
	}

	private List<BoardActs.Result> done(String act, Asked asked, Viewer viewer) {
		var ids = asked.clocks();
		var words = asked.words();
		return switch (act) {
			case "urge" -> acts.urge(ids, words, viewer);
			case "hand-over" -> acts.handOver(ids, person(asked), words, viewer);
			case "raise" -> acts.raise(ids, words, viewer);
			case "pause" -> acts.pause(ids, reason(asked), words, asked.evidence(), asked.instant(), viewer);
			case "resume" -> acts.resume(ids, asked.instant(), words, viewer);
			case "extend" -> acts.extend(ids, asked.amount() == null ? 0 : asked.amount(), words, viewer);
			case "grant" -> acts.decide(ids, true, words, viewer);
			case "refuse" -> acts.decide(ids, false, words, viewer);
			case "list" -> acts.list(ids, true, words, viewer);
			case "unlist" -> acts.list(ids, false, words, viewer);
			default -> throw Refusal.notFound();
		};
	}

	private String form(String act, Asked asked, Viewer viewer, Locale locale, Model model) {
		if (!ACTS.contains(act)) {
			throw Refusal.notFound();
		}
		if (asked.clocks().isEmpty() || asked.clocks().size() > BoardActs.MOST) {
			throw new Refusal("supervision.how-many", BoardActs.MOST);
		}
		var rows = asked.clocks().stream().distinct().map(id -> board.find(id, viewer)).flatMap(Optional::stream).toList();
		if (rows.isEmpty()) {
			throw Board.gone();
		}
		model.addAttribute("act", act);
		model.addAttribute("asked", asked);
		model.addAttribute("lines", lines.of(rows, locale));
		if (act.equals("hand-over")) {
			var first = rows.stream().filter(row -> row.taskId() != null).findFirst().orElseThrow(() -> new Refusal("supervision.no-task"));
			model.addAttribute("candidates", loads.after(bench.candidates(first.taskId(), viewer), rows));
			model.addAttribute("givers", loads.relieved(rows));
		}
		if (act.equals("extend") && rows.size() == 1) {
			model.addAttribute("running", clocks.byId(rows.get(0).clockId()).orElseThrow(Board::gone));
		}
		return "supervision/act";
	}

	private static boolean fits(String act, Watched row) {
		return switch (act) {
			case "hand-over", "raise" -> row.taskId() != null;
			case "pause" -> !row.isPaused();
			case "extend" -> !row.isPaused() && !row.asked();
			case "resume" -> row.isPaused();
			case "grant", "refuse" -> row.asked();
			case "list" -> !row.listed();
			case "unlist" -> row.listed();
			default -> true;
		};
	}

	private static long person(Asked asked) {
		if (asked.to() == null) {
			throw Refusal.onField("to", "supervision.whom");
		}
		return asked.to();
	}

	private static Pause.Reason reason(Asked asked) {
		if (asked.reason() == null) {
			throw Refusal.onField("reason", "supervision.what-for");
		}
		return asked.reason();
	}
}
