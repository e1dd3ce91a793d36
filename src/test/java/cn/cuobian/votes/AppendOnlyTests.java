package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who works on the tables of a vote past the software is refused by the database, H2 or PostgreSQL. */
class AppendOnlyTests extends VotesInTheHouse {

	private long vote;

	@BeforeEach
	void aLineInEachRecord() {
		var roll = roll(2);
		vote = open(secret(plan(roll)));
		online(vote, roll.heads().get(0), "1=1;2=yes");
		application.getBean(BoxRounds.class).anchor();
		db.sql("insert into roll_change (roll_id, kind, reason, units, heads, area, at, by_person) values (?, 'FROZEN', '-', 2, 2, 20000, ?, 1)")
				.params(roll.id(), Timestamp.from(clock.instant())).update();
	}

	/** Nobody empties a table by a statement that asks no trigger for rows. */
	@ParameterizedTest
	@ValueSource(strings = { "box_entry", "box_anchor", "box_paper", "roll_change" })
	@EnabledIfSystemProperty(named = "cuobian.test.database", matches = "postgres")
	void noRecordIsEmptied(String table) {
		assertThatThrownBy(() -> db.sql("truncate " + table).update()).hasStackTraceContaining("append-only");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update box_entry set hash = '-'", "delete from box_entry", "update box_anchor set hash = '-'", "delete from box_anchor",
			"update box_paper set area = area + 1", "update roll_change set reason = 'other'", "delete from roll_change" })
	void nothingIsRewritten(String act) {
		assertThatThrownBy(() -> db.sql(act).update()).hasStackTraceContaining("append-only");
	}

	@Test
	void secretPapersAreTakenOutToBeShuffled() {
		close(vote);
		assertThat(count("box_paper where vote_id = ?", vote)).isEqualTo(1);
	}
}
