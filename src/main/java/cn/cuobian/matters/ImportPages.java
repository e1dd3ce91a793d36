package cn.cuobian.matters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.territory.PlaceText;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a list of matters is looked through and taken over. Who may not, finds no such page. */
@Controller
@RequestMapping("/matters/import")
class ImportPages {

	private final MatterImport imports;
	private final RefusalSentences sentences;

	ImportPages(MatterImport imports, RefusalSentences sentences) {
		this.imports = imports;
		this.sentences = sentences;
	}

	/** @param fault the sentence, or null */
	record Shown(ListLine line, String fault) {
	}

	@GetMapping
	String form(Viewer viewer) {
		requireAllowed(viewer);
		return "matters/import";
	}

	@PostMapping("/preview")
	String preview(@RequestParam(required = false) MultipartFile file, Viewer viewer, Model page, Locale locale,
			HttpServletResponse response) throws IOException {
		requireAllowed(viewer);
		byte[] content = file == null ? new byte[0] : file.getBytes();
		return preview(content, viewer, page, locale, response);
	}

	private String preview(byte[] content, Viewer viewer, Model page, Locale locale, HttpServletResponse response) {
		try {
			List<ListLine> lines = imports.preview(content, viewer);
			page.addAttribute("lines", lines.stream().map(line -> shown(line, locale)).toList());
			page.addAttribute("faults", lines.stream().filter(line -> line.fault() != null).count());
			page.addAttribute("fresh", lines.stream().filter(ListLine::isNew).count());
			page.addAttribute("text", PlaceText.of(content));
		} catch (Refusal refusal) {
			page.addAttribute("sentence", sentences.sentence(refusal, locale));
			response.setStatus(refusal.status().value());
		}
		return "matters/import";
	}

	private Shown shown(ListLine line, Locale locale) {
		return new Shown(line, line.fault() == null ? null : sentences.sentence(line.fault(), locale));
	}

	@PostMapping
	String take(@RequestParam(defaultValue = "") String text, Viewer viewer, Model page, HttpServletResponse response) {
		requireAllowed(viewer);
		page.addAttribute("taken", imports.take(text.getBytes(StandardCharsets.UTF_8), viewer));
		response.setHeader("Cache-Control", "no-store");
		return "matters/import";
	}

	@GetMapping("/preview")
	String noPreview(Viewer viewer) {
		requireAllowed(viewer);
		return "redirect:/matters/import";
	}

	private void requireAllowed(Viewer viewer) {
		if (!imports.isAllowed(viewer)) {
			throw Refusal.notFound();
		}
	}
}
