package cn.cuobian.design;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cn.cuobian.people.Viewer;

/** What the editors in the browser read and write while somebody draws. */
@RestController
@RequestMapping("/design/drafts/{id}")
class DraftFileApi {

	/** One byte more than a file may have: enough to see that it has too many, however much is sent. */
	private static final int MOST = (1 << 20) + 1;

	private final Drafts drafts;
	private final Lint lint;
	private final Presence presence;

	DraftFileApi(Drafts drafts, Lint lint, Presence presence) {
		this.drafts = drafts;
		this.lint = lint;
		this.presence = presence;
	}

	record Saved(int revision, List<Lint.Judged> findings) {
	}

	record Judgement(List<Lint.Judged> findings) {
	}

	record Others(List<String> others) {
	}

	@GetMapping("/file")
	ResponseEntity<byte[]> read(@PathVariable long id, @RequestParam String path) {
		var content = drafts.content(id, path);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(Paths.name(path)).build().toString()).body(content);
	}

	/** @param revision on which the content is based */
	@PutMapping("/file")
	Saved save(@PathVariable long id, @RequestParam String path, @RequestParam int revision, HttpServletRequest request, Viewer viewer)
			throws IOException {
		var now = drafts.save(id, revision, path, request.getInputStream().readNBytes(MOST), viewer);
		return new Saved(now, lint.of(id));
	}

	@GetMapping("/lint")
	Judgement lint(@PathVariable long id) {
		return new Judgement(lint.of(id));
	}

	@PostMapping("/presence")
	Others presence(@PathVariable long id, Viewer viewer) {
		drafts.of(id);
		return new Others(presence.seen(id, viewer));
	}
}
