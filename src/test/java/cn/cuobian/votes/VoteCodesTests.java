package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;

import cn.cuobian.EveryTable;
import cn.cuobian.vault.SecretCode;
import cn.cuobian.votes.VoteCodes.Sheet;
import org.junit.jupiter.api.Test;

/** One good code for each head, and only its hash in the database. */
class VoteCodesTests extends VotesInTheHouse {

	@Test
	void everyHeadGetsOneAndASecondRoundFindsNobody() {
		long vote = announced(plan(roll(12)));
		assertThat(codes.issue(vote, officer)).isEqualTo(12);
		assertThat(codes.issue(vote, officer)).isZero();
		var sheets = codes.print(vote, 0, 100, officer);
		assertThat(sheets).extracting(Sheet::serial).startsWith("K-000001", "K-000002").hasSize(12);
		assertThat(sheets).extracting(Sheet::units).element(0).asList().containsExactly("1幢0001");
		assertThat(new HashSet<>(sheets.stream().map(Sheet::code).toList())).hasSize(12);
	}

	@Test
	void theCodeOnTheSheetOpensTheBallotAndStandsInNoTable() {
		long vote = announced(plan(roll(2)));
		codes.issue(vote, officer);
		var sheet = codes.print(vote, 1, 1, officer).get(0);
		assertThat(sheet.serial()).isEqualTo("K-000002");
		assertThat(codes.open(sheet.code().toLowerCase()).serial()).isEqualTo("K-000002");
		assertThat(sheet).asString().doesNotContain(sheet.code());
		assertThat(EveryTable.holding(db, sheet.code(), sheet.code().replace("-", ""))).isEmpty();
		assertThat(db.sql("select printed from vote_code where vote_id = ? order by serial").param(vote).query(Integer.class).list())
				.containsExactly(0, 1);
	}

	@Test
	void theCodeOfAnotherVoteOnTheSameRollIsAnother() {
		var roll = roll(1);
		long one = announced(plan(roll));
		long two = announced(plan(roll));
		codes.issue(one, officer);
		codes.issue(two, officer);
		assertThat(codes.print(one, 0, 1, officer).get(0).code()).isNotEqualTo(codes.print(two, 0, 1, officer).get(0).code());
	}

	@Test
	void aForgedACrookedAndAReplacedCodeOpenNothing() {
		long vote = announced(plan(roll(1)));
		codes.issue(vote, officer);
		var old = codes.print(vote, 0, 1, officer).get(0).code();
		assertRefused("votes.box.unknown-code", () -> codes.open(SecretCode.issue().inGroups()));
		assertRefused("votes.box.unknown-code", () -> codes.open("nonsense"));
		assertRefused("votes.box.unknown-code", () -> codes.open(null));
		assertRefused("votes.box.spoil-reason", () -> codes.reissue(vote, "K-000001", " ", officer));
		assertRefused("votes.box.unknown-serial", () -> codes.reissue(vote, "K-000009", "丢了", officer));
		codes.reissue(vote, "K-000001", "丢了", officer);
		assertRefused("votes.box.spoiled-code", () -> codes.open(old));
		assertRefused("votes.box.not-spoilable", () -> codes.reissue(vote, "K-000001", "又丢了", officer));
		var fresh = codes.print(vote, 0, 9, officer);
		assertThat(fresh).singleElement().satisfies(sheet -> assertThat(codes.open(sheet.code()).serial()).isEqualTo("K-000001-2"));
	}

	@Test
	void theyAreHandedOutBetweenTheAnnouncementAndTheEnd() {
		var plan = plan(roll(1));
		long vote = votes.prepare(plan, officer);
		assertRefused("votes.box.codes-not-now", () -> codes.issue(vote, officer));
		votes.announce(vote, officer);
		codes.issue(vote, officer);
		clock.setTo(plan.opens());
		votes.open(vote);
		close(vote);
		assertRefused("votes.box.codes-not-now", () -> codes.reissue(vote, "K-000001", "丢了", officer));
		assertRefused("votes.box.codes-not-now", () -> codes.print(vote, 0, 1, officer));
	}
}
