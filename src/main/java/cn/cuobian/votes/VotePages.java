package cn.cuobian.votes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Places;
import cn.cuobian.votes.CodeRows.State;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How votes go: the list, and one vote with its light, its sheets and who has not voted. No choice is on any of them. */
@Controller
@RequestMapping("/votes")
class VotePages {

	/** So many who have not voted on one page. */
	private static final int MISSING = 50;

	private final VoteRows rows;
	private final Votes votes;
	private final VoteRights rights;
	private final HeadRows heads;
	private final CodeRows codes;
	private final CastMarks marks;
	private final Readings readings;
	private final Urn urn;
	private final Proxies proxies;
	private final BoxRows box;
	private final Places places;

	VotePages(VoteRows rows, Votes votes, VoteRights rights, HeadRows heads, CodeRows codes, CastMarks marks, Readings readings, Urn urn, Proxies proxies,
			BoxRows box, Places places) {
		this.rows = rows;
		this.votes = votes;
		this.rights = rights;
		this.heads = heads;
		this.codes = codes;
		this.marks = marks;
		this.readings = readings;
		this.urn = urn;
		this.proxies = proxies;
		this.box = box;
		this.places = places;
	}

	record Line(long id, String title, String place, VoteState state, String opens, String ends) {
	}

	/** @param units of the head that has not voted; @param serial of its sheet, or null */
	record Missing(int no, List<String> units, String area, String serial) {
	}

	/** One axis of the light. */
	record Axis(String voted, String all, int permille, boolean reached, String missing, String left) {
	}

	record Anchor(long seq, String at, String hash) {
	}

	@GetMapping
	String list(Viewer viewer, Model page, Locale locale) {
		page.addAttribute("lines", rows.newest().stream().filter(vote -> rights.maySee(viewer, vote)).map(vote -> line(vote, locale)).toList());
		return "votes/list";
	}

	private Line line(VoteFacts vote, Locale locale) {
		return new Line(vote.id(), vote.title(), places.fullNameOf(vote.place(), locale), vote.state(), VoteTime.text(vote.opens()),
				VoteTime.text(vote.ends()));
	}

	/** @param after number of the last head shown before */
	@GetMapping("/{id}")
	String vote(@PathVariable long id, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model page, Locale locale) {
		var vote = rights.seen(viewer, rows.get(id));
		page.addAttribute("vote", vote);
		page.addAttribute("line", line(vote, locale));
		page.addAttribute("officer", rights.isOfficer(viewer, vote));
		page.addAttribute("questions", votes.questions(id));
		page.addAttribute("annulled", rows.annulledWords(id).orElse(null));
		light(vote, page);
		sheets(vote, page);
		missing(vote, after, page);
		page.addAttribute("anchors", box.anchors(id).stream().map(each -> new Anchor(each.seq(), VoteTime.text(each.at()), each.hash())).toList());
		return "votes/vote";
	}

	private void light(VoteFacts vote, Model page) {
		var turnout = votes.turnout(vote.id());
		var now = turnout.now();
		page.addAttribute("area", new Axis(SquareMetres.text(turnout.voted().area()), SquareMetres.text(turnout.all().area()), turnout.areaPermille(),
				now.byArea(), SquareMetres.text(turnout.missing().area()), SquareMetres.text(turnout.left().area())));
		page.addAttribute("heads", new Axis(text(turnout.voted().heads()), text(turnout.all().heads()), turnout.headsPermille(), now.byHeads(),
				text(turnout.missing().heads()), text(turnout.left().heads())));
		page.addAttribute("channels", marks.byChannel(vote.id()));
	}

	private void sheets(VoteFacts vote, Model page) {
		var counts = codes.counts(vote.id());
		var sheets = new LinkedHashMap<String, Integer>();
		Stream.of(State.values()).forEach(state -> sheets.put(state.name(), counts.getOrDefault(state, 0)));
		page.addAttribute("sheets", sheets);
		page.addAttribute("spoiled", codes.of(vote.id(), State.SPOILED));
		page.addAttribute("proxies", proxies.of(vote.id()));
		page.addAttribute("unsettled", readings.unsettled(vote.id()));
		page.addAttribute("unread", vote.isSecret() ? urn.unread(vote.id()) : 0);
	}

	private void missing(VoteFacts vote, int after, Model page) {
		var some = heads.missing(vote.id(), vote.rollId(), after, MISSING);
		var units = heads.units(some.stream().map(HeadRows.Voter::id).toList());
		page.addAttribute("missing", some.stream().map(head -> new Missing(head.no(), units.getOrDefault(head.id(), List.of()),
				SquareMetres.text(head.area()), codes.ofHead(vote.id(), head.id()).map(CodeRows.Code::serial).orElse(null))).toList());
		page.addAttribute("next", some.size() == MISSING ? some.get(MISSING - 1).no() : null);
	}

	private static String text(int number) {
		return String.valueOf(number);
	}
}
