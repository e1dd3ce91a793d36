package cn.cuobian.votes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;

/** From the close to the archive: what the election officer writes down, counts, prints and hands out, and scrutineers look at. */
@Controller
class EvidencePages {

	/** Ballots in one file; a page each. */
	private static final int BALLOTS = 200;

	private final VoteRows votes;
	private final VoteRights rights;
	private final Places places;
	private final Counting counting;
	private final Reconciliation reconciliation;
	private final Archives archives;
	private final Prints prints;
	private final VoteCodes codes;

	EvidencePages(VoteRows votes, VoteRights rights, Places places, Counting counting, Reconciliation reconciliation,
			Archives archives, Prints prints, VoteCodes codes) {
		this.votes = votes;
		this.rights = rights;
		this.places = places;
		this.counting = counting;
		this.reconciliation = reconciliation;
		this.archives = archives;
		this.prints = prints;
		this.codes = codes;
	}

	@GetMapping("/votes/{id}/evidence")
	String evidence(@PathVariable long id, Viewer viewer, Model page, Locale locale) {
		var vote = seen(id, viewer);
		page.addAttribute("vote", vote);
		page.addAttribute("officer", rights.isOfficer(viewer, vote));
		page.addAttribute("place", places.fullNameOf(vote.place(), locale));
		page.addAttribute("printables", Arrays.stream(Printable.values()).filter(kind -> kind.isReady(vote)).map(Printable::code).toList());
		page.addAttribute("ballots", BALLOTS);
		if (vote.state().isBoxOpened()) {
			page.addAttribute("standing", reconciliation.of(id));
			page.addAttribute("tie", vote.state() == VoteState.CLOSED ? counting.tie(id).orElse(null) : null);
			page.addAttribute("taken", archives.taken(id));
		}
		return "votes/evidence";
	}

	@PostMapping("/votes/{id}/evidence/reconciliation")
	String reconcile(@PathVariable long id, @RequestParam(defaultValue = "0") int issued, @RequestParam(defaultValue = "0") int found,
			@RequestParam(defaultValue = "0") int spoiled, @RequestParam(defaultValue = "0") int unused,
			@RequestParam(defaultValue = "") String explanation, @RequestParam(defaultValue = "") String scrutineers, Viewer viewer) {
		counting.reconcile(id, new HandCount(issued, found, spoiled, unused, explanation, scrutineers), viewer);
		return back(id);
	}

	@PostMapping("/votes/{id}/evidence/lots")
	String lots(@PathVariable long id, @RequestParam int question, @RequestParam(defaultValue = "") String drawn,
			@RequestParam(defaultValue = "") String witnesses, Viewer viewer) {
		counting.drawLots(id, question, numbers(drawn), witnesses, viewer);
		return back(id);
	}

	@PostMapping("/votes/{id}/evidence/count")
	String count(@PathVariable long id, Viewer viewer) {
		counting.count(id, viewer);
		return back(id);
	}

	@GetMapping("/votes/{id}/print/{sheet}")
	ResponseEntity<byte[]> print(@PathVariable long id, @PathVariable String sheet, Viewer viewer) {
		var kind = Printable.of(sheet).orElseThrow(Refusal::notFound);
		return pdf("vote-" + id + "-" + sheet, prints.print(kind, seen(id, viewer)));
	}

	/** A post: codes are shown, and who printed them is on record. */
	@PostMapping("/votes/{id}/print/ballots")
	ResponseEntity<byte[]> ballots(@PathVariable long id, @RequestParam(defaultValue = "0") int after, Viewer viewer) {
		var vote = seen(id, viewer);
		prints.requireFont();
		return pdf("vote-" + id + "-ballots", prints.ballots(vote, codes.print(id, after, BALLOTS, viewer)));
	}

	@PostMapping("/votes/{id}/archive")
	ResponseEntity<byte[]> archive(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
		return file("vote-" + id + ".zip", MediaType.parseMediaType("application/zip"), archives.take(id, reason, viewer));
	}

	private VoteFacts seen(long id, Viewer viewer) {
		return rights.seen(viewer, votes.get(id));
	}

	/** @throws Refusal for anything but numbers with commas between */
	private static List<Integer> numbers(String text) {
		try {
			return Arrays.stream(text.strip().split("[\\s,，、]+")).map(Integer::valueOf).toList();
		} catch (NumberFormatException e) {
			throw Refusal.onField("drawn", "votes.evidence.lot-numbers");
		}
	}

	private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
		return file(name + ".pdf", MediaType.APPLICATION_PDF, content);
	}

	private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(content);
	}

	private static String back(long id) {
		return "redirect:/votes/" + id + "/evidence";
	}
}
