package cn.cuobian.design;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** What was saved in a draft, when and by whom; bringing an earlier state back; files begun, brought in and taken out. */
@Controller
@RequestMapping("/design/drafts/{id}")
class DraftHistoryPages {

	private final Drafts drafts;
	private final RevisionRows revisions;
	private final Imports imports;
	private final NewFiles beginnings;
	private final DraftPages pages;
	private final BundleNames names;
	private final People people;
	private final StudioRefusals refusals;

	DraftHistoryPages(Drafts drafts, RevisionRows revisions, Imports imports, NewFiles beginnings, DraftPages pages, BundleNames names, People people,
			StudioRefusals refusals) {
		this.drafts = drafts;
		this.revisions = revisions;
		this.imports = imports;
		this.beginnings = beginnings;
		this.pages = pages;
		this.names = names;
		this.people = people;
		this.refusals = refusals;
	}

	/** One saving, with all the files it touched. */
	record Saving(Revision first, List<Revision> files, String who) {
	}

	@GetMapping("/history")
	ModelAndView history(@PathVariable long id, Viewer viewer) {
		var draft = drafts.of(id);
		Map<Integer, List<Revision>> savings = new LinkedHashMap<>();
		revisions.all(id).forEach(saved -> savings.computeIfAbsent(saved.revision(), first -> new ArrayList<>()).add(saved));
		var page = new ModelAndView("design/history", Map.of("draft", draft, "bundleName", names.of(draft.bundle()), "mayDraw",
				StudioRights.mayDraw(viewer) && draft.state().isEditable(), "author", people.nameOf(draft.author())));
		page.addObject("savings", savings.values().stream().map(files -> new Saving(files.get(0), files, people.nameOf(files.get(0).changedBy())))
				.sorted(Comparator.comparing((Saving saving) -> saving.first().revision()).reversed()).toList());
		return page;
	}

	@PostMapping("/restore")
	ModelAndView restore(@PathVariable long id, @RequestParam int revision, @RequestParam int to, Viewer viewer, Locale locale, RedirectAttributes flash) {
		try {
			drafts.restore(id, revision, to, viewer);
			flash.addFlashAttribute("notice", "design.draft.done.restored");
			return new ModelAndView("redirect:/design/drafts/" + id);
		} catch (Refusal refusal) {
			return refusals.on(history(id, viewer), refusal, Map.of(), locale);
		}
	}

	@PostMapping("/remove")
	ModelAndView remove(@PathVariable long id, @RequestParam int revision, @RequestParam String path, Viewer viewer, Locale locale,
			RedirectAttributes flash) {
		try {
			drafts.remove(id, revision, path, viewer);
			flash.addFlashAttribute("notice", "design.draft.done.removed");
			return new ModelAndView("redirect:/design/drafts/" + id);
		} catch (Refusal refusal) {
			return refusals.on(pages.show(id, viewer), refusal, Map.of(), locale);
		}
	}

	@PostMapping("/new")
	ModelAndView begin(@PathVariable long id, @RequestParam int revision, @RequestParam String like, @RequestParam String key, Viewer viewer, Locale locale) {
		try {
			return new ModelAndView("redirect:/design/drafts/" + id + "/edit", Map.of("file", beginnings.begin(id, revision, like, key, viewer)));
		} catch (Refusal refusal) {
			return refusals.on(pages.show(id, viewer), refusal, Map.of("like", like, "key", key), locale);
		}
	}

	@PostMapping("/import")
	ModelAndView take(@PathVariable long id, @RequestParam int revision, @RequestParam(required = false) List<MultipartFile> files, Viewer viewer,
			Locale locale, RedirectAttributes flash) throws IOException {
		try {
			imports.take(id, revision, contents(files), viewer);
			flash.addFlashAttribute("notice", "design.draft.done.imported");
			return new ModelAndView("redirect:/design/drafts/" + id);
		} catch (Refusal refusal) {
			return refusals.on(pages.show(id, viewer), refusal, Map.of(), locale);
		}
	}

	/** A browser sends one empty file when none was chosen. */
	private static Map<String, byte[]> contents(List<MultipartFile> files) throws IOException {
		Map<String, byte[]> contents = new LinkedHashMap<>();
		for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
			if (!file.isEmpty()) {
				contents.put(String.valueOf(file.getOriginalFilename()), file.getBytes());
			}
		}
		return contents;
	}
}
