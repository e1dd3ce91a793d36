package cn.cuobian.matters;

import java.nio.charset.StandardCharsets;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out photos and papers to those who may see the matter; nothing in them can run. */
@RestController
class AttachmentFiles {

	private final MatterFile file;
	private final Attachments attachments;

	AttachmentFiles(MatterFile file, Attachments attachments) {
		this.file = file;
		this.attachments = attachments;
	}

	/** @param show a picture may be shown in our own page; everything else is downloaded */
	@GetMapping({ "/matters/{number}/attachments/{id}", "/api/v1/matters/{number}/attachments/{id}" })
	ResponseEntity<byte[]> attachment(@PathVariable String number, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean show, Viewer viewer) {
		Matter matter = file.open(number, viewer);
		CleanFile content = attachments.content(matter.id(), id).orElseThrow(Refusal::notFound);
		boolean inline = show && content.mediaType().startsWith("image/");
		ContentDisposition disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
				.filename(content.name(), StandardCharsets.UTF_8).build();
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(content.mediaType()))
				.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).header("X-Content-Type-Options", "nosniff")
				.header("Content-Security-Policy", "sandbox; default-src 'none'").cacheControl(CacheControl.noStore())
				.body(content.bytes());
	}
}
