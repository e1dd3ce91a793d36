package cn.cuobian.design;

import java.util.List;
import java.util.function.Predicate;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cn.cuobian.clocks.Limit;
import cn.cuobian.design.LimitTable.Row;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The rows of a draft's copy of the time limits, for the panel beside the drawing: a number is changed without the table. */
@RestController
@RequestMapping("/design/drafts/{id}/limits")
class DraftLimits {

	private final Drafts drafts;
	private final Lint lint;

	DraftLimits(Drafts drafts, Lint lint) {
		this.drafts = drafts;
		this.lint = lint;
	}

	/** One row; {@code rule} names it, code and place cannot be changed here. */
	record Line(String rule, String code, String place, int amount, String unit, String counting, String rungs, int extension, String source) {

		static Line of(Row row) {
			var limit = row.limit();
			return new Line(row.rule(), limit.code(), limit.place(), limit.amount(), limit.unit(), limit.counting(), limit.rungs(),
					limit.extension(), limit.source());
		}
	}

	record Lines(List<Line> rows) {
	}

	record Saved(int revision, List<Lint.Judged> findings) {
	}

	@GetMapping
	Lines rows(@PathVariable long id) {
		return new Lines(table(id).rows().stream().map(Line::of).toList());
	}

	/**
	 * @param revision of the draft that he was shown
	 * @throws Refusal 422 on the field that makes no sense, else as {@link Drafts#save}
	 */
	@PutMapping
	Saved change(@PathVariable long id, @RequestParam int revision, @RequestBody Line line, Viewer viewer) {
		var table = table(id);
		var row = table.row(line.rule()).orElseThrow(Refusal::notFound);
		var changed = new Row(row.rule(), sensible(row.limit(), line));
		var now = drafts.save(id, revision, Paths.LIMITS, table.with(changed), viewer);
		return new Saved(now, lint.of(id));
	}

	private LimitTable table(long id) {
		return new LimitTable(drafts.content(id, Paths.LIMITS));
	}

	/** Which field it is that makes no sense is found by trying each alone. */
	private static Limit sensible(Limit was, Line line) {
		must("amount", line.amount() > 0 && makesSense(limit -> true, was, line.amount(), line.unit(), line.counting(), "", 0));
		must("counting", makesSense(limit -> limit.isBackward() == was.isBackward(), was, line.amount(), line.unit(), line.counting(), "", 0));
		must("rungs", makesSense(limit -> true, was, line.amount(), line.unit(), line.counting(), line.rungs(), 0));
		must("extension", makesSense(limit -> true, was, line.amount(), line.unit(), line.counting(), "", line.extension()));
		must("source", line.source() != null && !line.source().isBlank() && line.source().length() <= 500);
		return new Limit(was.code(), was.place(), line.amount(), line.unit(), line.counting(), line.rungs().strip(), line.extension(), line.source().strip());
	}

	private static boolean makesSense(Predicate<Limit> also, Limit was, int amount, String unit, String counting, String rungs, int extension) {
		try {
			var limit = new Limit(was.code(), was.place(), amount, unit, counting, rungs, extension, was.source());
			limit.mustCount();
			return also.test(limit);
		} catch (IllegalStateException e) {
			return false;
		}
	}

	private static void must(String field, boolean holds) {
		if (!holds) {
			throw Refusal.onField(field, "design.limit-" + field);
		}
	}
}
