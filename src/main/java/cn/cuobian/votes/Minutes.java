package cn.cuobian.votes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.cuobian.territory.Places;
import cn.cuobian.votes.BoxEntry.Kind;
import cn.cuobian.votes.ResultSheet.GateLine;

/** The minutes of a counted vote in Chinese, the same for the same vote: what the archive keeps and the printed minutes say. */
@Component
class Minutes {

	private final PrintWords words;
	private final Places places;
	private final Rolls rolls;
	private final BoxRows box;
	private final ResultRows results;
	private final Reconciliation reconciliation;
	private final ResultSheets sheets;

	Minutes(PrintWords words, Places places, Rolls rolls, BoxRows box, ResultRows results, Reconciliation reconciliation,
			ResultSheets sheets) {
		this.words = words;
		this.places = places;
		this.rolls = rolls;
		this.box = box;
		this.results = results;
		this.reconciliation = reconciliation;
		this.sheets = sheets;
	}

	List<String> of(VoteFacts vote) {
		var lines = new ArrayList<String>();
		lines.add(line("title", places.fullNameOf(vote.place(), Locale.SIMPLIFIED_CHINESE), vote.title()));
		course(vote, lines);
		sheets(vote, lines);
		sheets.of(vote.id()).forEach(each -> question(each, lines));
		results.find(vote.id()).ifPresent(each -> lines.add(line("counted", VoteTime.text(each.counted()), each.hash())));
		return lines;
	}

	private void course(VoteFacts vote, List<String> lines) {
		var roll = rolls.of(vote.rollId());
		lines.add(line("window", VoteTime.text(vote.opens()), VoteTime.text(vote.ends()), VoteTime.text(vote.opened()), VoteTime.text(vote.closed())));
		lines.add(line("roll", roll.units(), roll.heads(), PrintWords.area(roll.area()), roll.fingerprint()));
		lines.add(line("box", vote.seq(), vote.headHash()));
		box.of(vote.id(), false).forEach(each -> change(each, lines));
	}

	/** What became of the rules and candidates while the box was open; the payload is {@code what|words}. */
	private void change(BoxEntry entry, List<String> lines) {
		if (entry.kind() == Kind.EXTENDED || entry.kind() == Kind.WITHDRAWN) {
			var at = VoteTime.text(entry.at());
			var said = entry.payload().split("\\|", 2);
			if (entry.kind() == Kind.EXTENDED) {
				lines.add(line("extended", at, VoteTime.text(Instant.parse(said[0])), said[1]));
			} else {
				var who = said[0].split("\\.");
				lines.add(line("withdrawn", at, who[0], who[1], said[1]));
			}
		}
	}

	private void sheets(VoteFacts vote, List<String> lines) {
		var counted = reconciliation.of(vote.id());
		counted.lines().forEach(each -> lines.add(line("sheets." + each.kind().toLowerCase(Locale.ROOT), each.issued(), each.cast(),
				each.spoiled(), each.unused(), each.explanation()).strip()));
		counted.noted().ifPresent(each -> lines.add(line("scrutineers", each.count().scrutineers())));
		results.lots(vote.id()).forEach((question, lot) -> lines.add(line("lot", question, lot.drawn(), lot.witnesses())));
	}

	private void question(ResultSheet sheet, List<String> lines) {
		lines.add(line("question", sheet.no(), sheet.words()));
		sheet.weights().forEach(each -> lines.add(line("weight", each.name(), words.of("votes.print.weight", each.area(), each.heads()))));
		lines.add(gate(sheet.turnout()));
		if (sheet.approval() != null) {
			lines.add(gate(sheet.approval()));
		}
		sheet.candidates().forEach(each -> lines.add(line("candidate", each.name(), words.of("votes.print.weight", each.area(), each.heads()), each.place())));
		lines.add(line("outcome", sheet.outcome()));
	}

	private String gate(GateLine gate) {
		return line("gate", gate.name(), gate.area(), reached(gate.byArea()), gate.heads(), reached(gate.byHeads()));
	}

	private String reached(boolean reached) {
		return words.of("votes.print." + (reached ? "reached" : "missed"));
	}

	private String line(String key, Object... values) {
		return words.of("votes.evidence.minutes." + key, values);
	}
}
