package cn.cuobian.votes;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** For everybody: the key that signs archives, and the program that checks them. */
@Controller
class KeyPages {

	private final Archives archives;

	KeyPages(Archives archives) {
		this.archives = archives;
	}

	@GetMapping("/votes/key")
	String key(Model page) {
		page.addAttribute("key", archives.publicKey());
		return "votes/key";
	}

	@GetMapping("/votes/verifier")
	ResponseEntity<byte[]> verifier() {
		return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN)
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("Verifier.java").build().toString())
				.body(archives.verifier());
	}
}
