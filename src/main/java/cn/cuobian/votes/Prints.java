package cn.cuobian.votes;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import cn.cuobian.paper.Press;
import cn.cuobian.paper.QrCode;
import cn.cuobian.people.People;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import cn.cuobian.votes.PrintedVote.PrintedBallot;
import cn.cuobian.votes.PrintedVote.PrintedQuestion;
import cn.cuobian.votes.VoteCodes.Sheet;

/** The papers of a vote as PDF, A4 and Chinese. */
@Component
class Prints {

	private static final int UNITS_NAMED = 8;
	private static final int ANCHORS = 12;

	private final Press press;
	private final VoteRows votes;
	private final Rolls rolls;
	private final Places places;
	private final People people;
	private final VoteQuestions questions;
	private final Gates gates;
	private final BoxRows box;
	private final HeadRows heads;
	private final CastMarks marks;
	private final ResultRows results;
	private final Reconciliation reconciliation;
	private final ResultSheets sheets;
	private final Minutes minutes;
	private final SigningKey key;
	private final PrintWords words;
	private final Clock clock;
	private final String address;

	Prints(Press press, VoteRows votes, Rolls rolls, Places places, People people, VoteQuestions questions, Gates gates, BoxRows box, HeadRows heads,
			CastMarks marks, ResultRows results, Reconciliation reconciliation, ResultSheets sheets, Minutes minutes, SigningKey key,
			PrintWords words, Clock clock, @Value("${cuobian.address}") String address) {
		this.press = press;
		this.votes = votes;
		this.rolls = rolls;
		this.places = places;
		this.people = people;
		this.questions = questions;
		this.gates = gates;
		this.box = box;
		this.heads = heads;
		this.marks = marks;
		this.results = results;
		this.reconciliation = reconciliation;
		this.sheets = sheets;
		this.minutes = minutes;
		this.key = key;
		this.words = words;
		this.clock = clock;
		this.address = address;
	}

	/** @throws Refusal before there is something to print, and without a font */
	byte[] print(Printable kind, VoteFacts vote) {
		if (!kind.isReady(vote)) {
			throw new Refusal(vote.announced() == null ? "votes.evidence.not-announced"
					: kind == Printable.RESULT || kind == Printable.MINUTES ? "votes.evidence.not-counted" : "votes.evidence.not-closed", vote.title());
		}
		return print(kind.code(), vote, facts(kind, vote));
	}

	/** One page for each sheet, with its code. @throws Refusal without a font */
	byte[] ballots(VoteFacts vote, List<Sheet> printed) {
		var areas = heads.areas(vote.rollId()).values();
		return print("ballots", vote, Map.of("ballots", printed.stream().map(sheet -> ballot(sheet, Collections.frequency(areas, sheet.head().area())))
				.toList(), "enterAt", address + "/vote"));
	}

	/** @throws Refusal {@code votes.evidence.no-font} */
	void requireFont() {
		if (!press.ready()) {
			throw new Refusal("votes.evidence.no-font");
		}
	}

	private byte[] print(String template, VoteFacts vote, Map<String, Object> facts) {
		requireFont();
		var model = new HashMap<String, Object>(facts);
		model.put("it", printed(vote));
		return press.print("votes/print/" + template, model);
	}

	private Map<String, Object> facts(Printable kind, VoteFacts vote) {
		return switch (kind) {
			case NOTICE, PROXY, TALLY -> Map.of();
			case CLOSE -> close(vote);
			case RECONCILIATION -> Map.of("standing", reconciliation.of(vote.id()), "officer", officer(vote));
			case RESULT -> Map.of("sheets", sheets.of(vote.id()), "result", results.find(vote.id()).orElseThrow(),
					"counted", VoteTime.text(results.find(vote.id()).orElseThrow().counted()));
			case MINUTES -> Map.of("lines", minutes.of(vote));
		};
	}

	private Map<String, Object> close(VoteFacts vote) {
		var voted = heads.voted(vote.id());
		var anchors = box.anchors(vote.id());
		return Map.of("by", votes.closer(vote.id()).map(people::nameOf), "opened", VoteTime.text(vote.opened()), "closed", VoteTime.text(vote.closed()), "voted", words.weight(voted),
				"channels", marks.byChannel(vote.id()), "anchors", anchors.subList(Math.max(0, anchors.size() - ANCHORS), anchors.size()));
	}

	private String officer(VoteFacts vote) {
		return reconciliation.of(vote.id()).noted().map(noted -> people.nameOf(noted.person())).orElse("");
	}

	private PrintedVote printed(VoteFacts vote) {
		var roll = rolls.of(vote.rollId());
		String checkAt = address + "/votes/key";
		return new PrintedVote(vote, places.fullNameOf(vote.place(), Locale.SIMPLIFIED_CHINESE), VoteTime.text(vote.opens()),
				VoteTime.text(vote.ends()), String.valueOf(roll.units()), String.valueOf(roll.heads()), PrintWords.area(roll.area()),
				roll.fingerprint(), gates.of(Gates.PARTICIPATION).article(), questions.of(vote.id()).stream().map(this::printed).toList(),
				key.signer().publicKey(), checkAt, QrCode.asDataUrl(checkAt), VoteTime.text(clock.instant()));
	}

	private PrintedQuestion printed(VoteQuestion question) {
		return new PrintedQuestion(question, words.of("votes.print.item." + question.item()), words.of("votes.print.needs." + question.gate()));
	}

	private PrintedBallot ballot(Sheet sheet, int alike) {
		var named = sheet.units().subList(0, Math.min(UNITS_NAMED, sheet.units().size()));
		return new PrintedBallot(sheet.serial(), sheet.code(), QrCode.asDataUrl(address + "/vote/" + sheet.code().replace("-", "")),
				String.join("、", named), named.size() < sheet.units().size() ? String.valueOf(sheet.units().size()) : null,
				PrintWords.area(sheet.head().area()), alike);
	}
}
