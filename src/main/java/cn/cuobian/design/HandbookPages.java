package cn.cuobian.design;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.design.handbook.Handbook;
import cn.cuobian.design.handbook.Picture;
import cn.cuobian.design.handbook.Writer;
import cn.cuobian.design.handbook.Writer.Posted;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.paper.Press;
import cn.cuobian.people.People;
import cn.cuobian.people.PostCatalog;
import cn.cuobian.refusals.Refusal;

/**
 * How each procedure goes, to read and to print. For everybody who works here: it says what his own tasks are part of,
 * and holds nothing about a matter or a person. Always what is in force.
 */
@Controller
class HandbookPages {

	/** What fits on a sheet of A4 that lies on its side, in pixels of the drawing, so that it can be read. */
	private static final double SHEET_WIDTH = 1640;
	private static final double SHEET_HEIGHT = 900;
	/** The same in millimetres, without the margins and the line above. */
	private static final double PAPER_WIDTH = 269;
	private static final double PAPER_HEIGHT = 160;
	/** Below the name and the description of the procedure. */
	private static final double FIRST_HEIGHT = 136;
	/** Steps are not drawn larger than this, however small the picture. */
	private static final double LARGEST = 0.26;

	private final Bundles bundles;
	private final BundleNames names;
	private final DiffWords words;
	private final PostCatalog posts;
	private final People people;
	private final Press press;
	private final Clock clock;

	HandbookPages(Bundles bundles, BundleNames names, DiffWords words, PostCatalog posts, People people, Press press, Clock clock) {
		this.bundles = bundles;
		this.names = names;
		this.words = words;
		this.posts = posts;
		this.people = people;
		this.press = press;
		this.clock = clock;
	}

	record Named(String code, String name) {
	}

	/** A procedure and the sheets on which its picture is printed. */
	record Printed(Handbook.Procedure procedure, List<PrintedSheet> sheets) {
	}

	/** A part of a picture in millimetres. */
	record PrintedSheet(Picture.Sheet sheet, double scale) {

		public double width() {
			return sheet.width() * scale;
		}

		public double height() {
			return sheet.height() * scale;
		}
	}

	@GetMapping("/handbook")
	ModelAndView all() {
		return new ModelAndView("design/handbooks", Map.of("bundles", bundles.all().stream().map(bundle -> new Named(bundle.code(), names.of(bundle.code()))).toList()));
	}

	@GetMapping("/handbook/{bundle}")
	ModelAndView one(@PathVariable String bundle, Locale language) {
		return new ModelAndView("design/handbook", model(bundle, language));
	}

	/** In Chinese, as all that is printed. */
	@GetMapping("/handbook/{bundle}/pdf")
	ResponseEntity<byte[]> pdf(@PathVariable String bundle) {
		if (!press.ready()) {
			throw new Refusal("design.handbook-no-font");
		}
		var model = model(bundle, Locale.SIMPLIFIED_CHINESE);
		model.put("printed", ClockText.moment(clock.instant()));
		model.put("procedures", ((Handbook) model.get("book")).procedures().stream().map(procedure -> new Printed(procedure, sheets(procedure.picture()))).toList());
		var name = ContentDisposition.attachment().filename("handbook-" + bundle + ".pdf").build().toString();
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, name)
				.body(press.print("design/print/handbook", model));
	}

	/** The whole on one page; if that is too small to read, its parts on pages after it. */
	private static List<PrintedSheet> sheets(Picture picture) {
		List<PrintedSheet> sheets = new ArrayList<>();
		sheets.add(printed(picture.whole(), FIRST_HEIGHT));
		var parts = picture.sheets(SHEET_WIDTH, SHEET_HEIGHT);
		if (parts.size() > 1) {
			parts.forEach(part -> sheets.add(printed(part, PAPER_HEIGHT)));
		}
		return sheets;
	}

	private static PrintedSheet printed(Picture.Sheet sheet, double height) {
		return new PrintedSheet(sheet, Math.min(LARGEST, Math.min(PAPER_WIDTH / sheet.width(), height / sheet.height())));
	}

	private Map<String, Object> model(String bundle, Locale language) {
		var version = bundles.current(bundle);
		Map<String, Object> model = new HashMap<>();
		model.put("bundle", bundle);
		model.put("name", names.of(bundle));
		model.put("version", version);
		model.put("author", version.author() == null ? null : people.nameOf(version.author()));
		model.put("approver", version.approver() == null ? null : people.nameOf(version.approver()));
		model.put("published", ClockText.day(version.published()));
		model.put("ready", press.ready());
		model.put("book", Writer.write(bundle, files(bundle, version), language, what -> words.say(what, language), code -> posted(code, language)));
		return model;
	}

	private List<ModelFile> files(String bundle, BundleVersion version) {
		var files = new ArrayList<>(bundles.files(bundle, version.version()));
		if (!bundle.equals(Paths.CLOCKS)) {
			files.addAll(bundles.files(Paths.CLOCKS, bundles.current(Paths.CLOCKS).version()).stream().filter(file -> file.path().equals(Paths.LIMITS)).toList());
		}
		return files;
	}

	private Posted posted(String code, Locale language) {
		return posts.find(code).map(post -> new Posted(post.name(language), post.fallsTo() == null ? "" : posts.get(post.fallsTo()).name(language)))
				.orElseGet(() -> new Posted(code, ""));
	}
}
