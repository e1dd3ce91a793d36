package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;

import cn.cuobian.paper.QrCode;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import cn.cuobian.votes.VoteCodes.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ballot sheets to print, fifty at a time: serial, code, and a QR code that opens the ballot. Each printing is on record. */
@Controller
class SheetPages {

	private static final int AT_ONCE = 50;

	private final VoteCodes codes;
	private final VoteRows votes;
	private final VoteQuestions questions;
	private final Places places;
	private final String address;

	SheetPages(VoteCodes codes, VoteRows votes, VoteQuestions questions, Places places, @Value("${cuobian.address}") String address) {
		this.codes = codes;
		this.votes = votes;
		this.questions = questions;
		this.places = places;
		this.address = address;
	}

	record Printed(String serial, String code, List<String> units, String area, String qr) {
	}

	@PostMapping("/votes/{id}/codes/print")
	String print(@PathVariable long id, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model page, Locale locale,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		var sheets = codes.print(id, after, AT_ONCE, viewer);
		var vote = votes.get(id);
		page.addAttribute("vote", vote);
		page.addAttribute("place", places.fullNameOf(vote.place(), locale));
		page.addAttribute("ends", VoteTime.text(vote.ends()));
		page.addAttribute("questions", questions.of(id));
		page.addAttribute("sheets", sheets.stream().map(this::printed).toList());
		page.addAttribute("next", sheets.size() == AT_ONCE ? sheets.get(AT_ONCE - 1).head().no() : null);
		return "votes/sheets";
	}

	private Printed printed(Sheet sheet) {
		return new Printed(sheet.serial(), sheet.code(), sheet.units(), SquareMetres.text(sheet.head().area()),
				QrCode.asDataUrl(address + "/vote/" + sheet.code().replace("-", "")));
	}
}
