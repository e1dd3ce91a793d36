package cn.cuobian.votes;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.territory.LineError;

/** Filling a roll from a sheet: choose it, say what it adds up to, look at what it would make, confirm. */
@Controller
class RollImportPages {

	private static final String PAGE = "/rolls/{id}/import";
	/** More lines than anybody reads; the numbers above the list count all. */
	private static final int SHOWN = 300;

	private final Rolls rolls;
	private final RollRights rights;
	private final RollImport imports;
	private final RollUploads uploads;
	private final RollRefusals refusals;
	private final RefusalSentences sentences;

	RollImportPages(Rolls rolls, RollRights rights, RollImport imports, RollUploads uploads, RollRefusals refusals, RefusalSentences sentences) {
		this.rolls = rolls;
		this.rights = rights;
		this.imports = imports;
		this.uploads = uploads;
		this.refusals = refusals;
		this.sentences = sentences;
	}

	/** A line of the file and what is to be said about it. */
	record Said(long line, String sentence) {
	}

	@GetMapping(PAGE)
	ModelAndView choose(@PathVariable long id, Viewer viewer) {
		var roll = rolls.of(id);
		rights.require(viewer, roll);
		return new ModelAndView("votes/roll-import", Map.of("roll", roll, "typed", Map.of(), "columns", RollColumn.titles()));
	}

	@PostMapping(PAGE)
	ModelAndView upload(@PathVariable long id, @RequestParam(required = false) MultipartFile file, @RequestParam Map<String, String> typed,
			Viewer viewer, Locale locale) throws IOException {
		try {
			if (file == null || file.isEmpty()) {
				throw new Refusal("votes.roll-no-file");
			}
			var declared = Declared.of(typed.get("units"), typed.get("area"));
			var preview = imports.preview(rolls.of(id), file.getBytes(), declared, viewer);
			if (!preview.isApplicable()) {
				return withErrors(choose(id, viewer), preview, typed, locale);
			}
			return new ModelAndView("redirect:/rolls/" + id + "/import/" + imports.keep(rolls.of(id), file.getBytes(), declared, viewer));
		} catch (Refusal refusal) {
			return refusals.on(choose(id, viewer), refusal, typed, locale);
		}
	}

	@GetMapping(PAGE + "/{upload}")
	ModelAndView preview(@PathVariable long id, @PathVariable String upload, Viewer viewer, Locale locale) {
		var roll = rolls.of(id);
		rights.require(viewer, roll);
		var kept = uploads.get(id, upload, viewer.personId());
		var preview = imports.preview(roll, kept.content(), kept.declared(), viewer);
		var page = new ModelAndView("votes/roll-preview", Map.of("roll", roll, "upload", upload, "totals", preview.totals(), "typed", Map.of()));
		page.addObject("remarks", said(preview.remarks(), locale));
		page.addObject("remarkCount", preview.remarks().size());
		page.addObject("lines", preview.lines().stream().limit(SHOWN).toList());
		return page;
	}

	@PostMapping(PAGE + "/{upload}")
	ModelAndView apply(@PathVariable long id, @PathVariable String upload, @RequestParam Map<String, String> typed, Viewer viewer,
			Locale locale, RedirectAttributes flash) {
		try {
			var done = imports.apply(id, upload, typed.get("reason"), viewer);
			flash.addFlashAttribute("notice", "votes.roll.imported");
			flash.addFlashAttribute("noticeArgs", new Object[] { done.totals().lines(), done.totals().heads() });
			return new ModelAndView("redirect:/rolls/" + id);
		} catch (Refusal refusal) {
			var gone = !"reason".equals(refusal.field());
			return refusals.on(gone ? choose(id, viewer) : preview(id, upload, viewer, locale), refusal, typed, locale);
		}
	}

	private ModelAndView withErrors(ModelAndView page, RollPreview preview, Map<String, String> typed, Locale locale) {
		page.addObject("errors", said(preview.errors(), locale));
		page.addObject("errorCount", preview.errors().size());
		page.addObject("typed", typed);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private List<Said> said(List<LineError> lines, Locale locale) {
		return lines.stream().limit(SHOWN).map(line -> new Said(line.line(), sentences.sentence(line.refusal(), locale))).toList();
	}
}
