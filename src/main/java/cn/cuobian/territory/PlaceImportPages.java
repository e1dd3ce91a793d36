package cn.cuobian.territory;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** Loading places from a file: choose it, look at what it would do, apply it. */
@Controller
class PlaceImportPages {

	private static final String PAGE = "/admin/places/import";
	/** More lines than anybody reads; the numbers above the list count all. */
	private static final int SHOWN = 300;

	private final PlaceImport imports;
	private final PlaceUploads uploads;
	private final Places places;
	private final RefusalSentences sentences;

	PlaceImportPages(PlaceImport imports, PlaceUploads uploads, Places places, RefusalSentences sentences) {
		this.imports = imports;
		this.uploads = uploads;
		this.places = places;
		this.sentences = sentences;
	}

	record ErrorLine(long line, String sentence) {
	}

	/** @param before how it was called until now, null for a new place */
	record Change(Place place, String before) {
	}

	@GetMapping(PAGE)
	String choose() {
		return "territory/import";
	}

	@PostMapping(PAGE)
	ModelAndView upload(@RequestParam(required = false) MultipartFile file, Locale locale) throws IOException {
		if (file == null || file.isEmpty()) {
			return refused("refused", sentences.sentence(new Refusal("territory.no-file"), locale));
		}
		var preview = imports.preview(file.getBytes());
		if (!preview.isApplicable()) {
			return refused("errors", lines(preview, locale));
		}
		return new ModelAndView("redirect:" + PAGE + "/" + uploads.keep(file.getBytes(), preview));
	}

	@GetMapping(PAGE + "/{id}")
	String preview(@PathVariable String id, Model model, Locale locale) {
		var preview = imports.preview(uploads.get(id).content());
		uploads.shown(id, preview);
		model.addAttribute("id", id);
		model.addAttribute("preview", preview);
		model.addAttribute("errors", lines(preview, locale));
		model.addAttribute("added", preview.added().stream().limit(SHOWN).toList());
		model.addAttribute("changed", preview.changed().stream().limit(SHOWN).map(place -> change(place, locale)).toList());
		return "territory/preview";
	}

	@PostMapping(PAGE + "/{id}")
	String apply(@PathVariable String id, RedirectAttributes flash) {
		var upload = uploads.get(id);
		var now = imports.preview(upload.content());
		if (!now.isApplicable() || !PlaceUploads.fingerprint(now).equals(upload.fingerprint())) {
			flash.addFlashAttribute("warning", "refusal.territory.upload-changed");
			return "redirect:" + PAGE + "/" + id;
		}
		var done = imports.apply(upload.content());
		uploads.drop(id);
		flash.addFlashAttribute("notice", "territory.import.done");
		flash.addFlashAttribute("noticeArgs", new Object[] { done.added().size(), done.changed().size(), done.unchanged() });
		return "redirect:/admin/places";
	}

	private Change change(Place place, Locale locale) {
		return new Change(place, places.nameOf(place.code(), locale));
	}

	private static ModelAndView refused(String name, Object why) {
		return new ModelAndView("territory/import", Map.of(name, why), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private List<ErrorLine> lines(ImportPreview preview, Locale locale) {
		return preview.errors().stream().limit(SHOWN)
				.map(error -> new ErrorLine(error.line(), sentences.sentence(error.refusal(), locale))).toList();
	}
}
