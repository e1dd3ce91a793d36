package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import cn.cuobian.vault.Sha256;
import cn.cuobian.votes.Archive.PaperLine;
import org.junit.jupiter.api.Test;

/** Voters and choices with no key between them. */
class SecretVoteTests extends VotesInTheHouse {

	@Test
	void theChainSaysWhoVotedAndThePapersWhatWasVoted() {
		var roll = roll(20);
		long vote = openWithCodes(secret(plan(roll)));
		for (int i = 0; i < 20; i++) {
			online(vote, roll.heads().get(i), i < 12 ? "1=1;2=yes" : "1=2;2=no");
		}
		assertThat(boxRows.of(vote, false)).filteredOn(BoxEntry::isBallot).extracting(BoxEntry::payload).containsOnly("-");
		close(vote);
		var papers = box.secretPapers(vote);
		assertThat(papers).extracting(PaperLine::choices).filteredOn("1=1;2=yes"::equals).hasSize(12);
		assertThat(papers).extracting(PaperLine::choices).filteredOn("1=2;2=no"::equals).hasSize(8);
		assertThat(papers).extracting(PaperLine::paper).isSorted().doesNotHaveDuplicates();
		assertThat(box.papers(vote)).hasSize(20);
		assertThat(box.entries(vote).get(21).payload()).isEqualTo(Sha256.hex(Archive.papers(papers)));
	}

	@Test
	void noColumnIsCommonToVoterAndPaperAndTheOrderIsLost() {
		var roll = roll(40);
		long vote = open(secret(plan(roll)));
		roll.heads().forEach(head -> online(vote, head, "1=1;2=yes"));
		var asCast = order(vote);
		close(vote);
		assertThat(order(vote)).hasSize(40).isNotEqualTo(asCast).containsExactlyInAnyOrderElementsOf(asCast);
		assertThat(db.sql("select lower(column_name) from information_schema.columns where lower(table_name) = 'box_paper' order by 1")
				.query(String.class).list()).containsExactly("area", "choices_sealed", "paper", "vote_id");
		var papers = db.sql("select paper from box_paper where vote_id = ?").param(vote).query(String.class).list();
		var elsewhere = boxRows.of(vote, true).stream().map(Object::toString).collect(Collectors.joining());
		assertThat(papers).noneMatch(elsewhere::contains);
	}

	/** As the database's files have them. */
	private java.util.List<String> order(long vote) {
		var column = db.sql("select count(*) from information_schema.tables where table_name = 'PG_CATALOG' or lower(table_schema) = 'pg_catalog'")
				.query(Integer.class).single() > 0 ? "ctid" : "_rowid_";
		return db.sql("select paper from box_paper where vote_id = ? order by " + column).param(vote).query(String.class).list();
	}
}
