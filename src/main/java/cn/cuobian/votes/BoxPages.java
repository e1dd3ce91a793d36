package cn.cuobian.votes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody may see of a box: whether a receipt is in it, and the ends of its chain that were made public. */
@Controller
@RequestMapping("/vote/box/{id}")
class BoxPages {

	private static final int SHORTEST = 16;

	private final VoteRows votes;
	private final BoxRows box;
	private final Places places;
	private final VoteLimits limits;

	BoxPages(VoteRows votes, BoxRows box, Places places, VoteLimits limits) {
		this.votes = votes;
		this.box = box;
		this.places = places;
		this.limits = limits;
	}

	record AnchorLine(long seq, String at, String hash) {
	}

	/** @param receipt to look for; empty for none */
	@GetMapping
	String page(@PathVariable long id, @RequestParam(defaultValue = "") String receipt, Model page, Locale locale, HttpServletRequest request) {
		limits.countLook(request);
		var vote = announced(id);
		page.addAttribute("vote", vote);
		page.addAttribute("place", places.fullNameOf(vote.place(), locale));
		page.addAttribute("anchors", box.anchors(id).stream().map(each -> new AnchorLine(each.seq(), VoteTime.text(each.at()), each.hash())).toList());
		var asked = receipt.replaceAll("[\\s\\p{Pd}]", "").toLowerCase(Locale.ROOT);
		if (!asked.isEmpty()) {
			page.addAttribute("asked", receipt);
			page.addAttribute("found", asked.matches("[0-9a-f]{" + SHORTEST + ",64}") && box.holds(id, asked));
		}
		return "votes/box";
	}

	/** One receipt a line, in no order that means anything. */
	@GetMapping("/receipts.txt")
	ResponseEntity<byte[]> receipts(@PathVariable long id, HttpServletRequest request) {
		limits.countLook(request);
		announced(id);
		var text = box.ballotHashes(id).stream().map(BoxEntry::receipt).collect(Collectors.joining("\n", "", "\n"));
		return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(text.getBytes(StandardCharsets.UTF_8));
	}

	private VoteFacts announced(long id) {
		return votes.find(id).filter(vote -> vote.state() != VoteState.DRAFT).orElseThrow(Refusal::notFound);
	}
}
