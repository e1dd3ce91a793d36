package cn.cuobian.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.Pause;
import cn.cuobian.refusals.Refusal;

/** What a supervisor does on it. */
class BoardActsTests extends Boarded {

	@Test
	void anUrgeIsRecordedAndNotRepeatedWithinTheHour() {
		report();
		var id = first().clockId();
		assertThat(acts.urge(List.of(id), "居民又来电话了", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(acts.urge(List.of(id), "再催", supervisor)).singleElement()
				.satisfies(result -> assertThat(result.refusal().rule()).isEqualTo("supervision.urged-already"));
		clock.travel(Duration.ofHours(1));
		assertThat(acts.urge(List.of(id), "再催", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(first().urged()).isEqualTo(2);
		assertThat(notes()).filteredOn(note -> note.contains("urged")).hasSize(2).first().asString().contains("居民又来电话了");
	}

	@Test
	void oneRefusalHoldsUpNoOtherAndEachHasItsResult() {
		report();
		report();
		var ids = board.page(ALL, supervisor, null, 50).rows().stream().filter(row -> row.taskId() != null).map(Watched::clockId).toList();
		acts.pause(ids.subList(0, 1), Pause.Reason.WAITING_MATERIAL, "等图纸", "", null, supervisor);
		var results = acts.pause(ids, Pause.Reason.WAITING_MATERIAL, "等图纸", "", null, supervisor);
		assertThat(results).extracting(BoardActs.Result::isDone).containsExactly(false, true);
		assertThat(results.get(0).refusal().rule()).isEqualTo("clocks.already-paused");
		assertThat(acts.resume(ids, null, "图纸已到", supervisor)).allMatch(BoardActs.Result::isDone);
	}

	@Test
	void aMatterIsRaisedATierWithItsReasonOnRecord() {
		report();
		var steward = first();
		assertThat(acts.raise(List.of(steward.clockId()), "三天没人上门", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(first()).returns("hall", Watched::tier).returns("LADDER.HALL", Watched::code);
		assertThat(notes()).anySatisfy(note -> assertThat(note).contains("raised-by-order", "三天没人上门"));
		var results = acts.raise(List.of(steward.clockId(), first().clockId()), "再上一级", supervisor);
		assertThat(results).extracting(BoardActs.Result::isDone).containsExactly(false, true);
		assertThat(results.get(0).refusal().rule()).isEqualTo("supervision.ended");
		assertThat(first()).returns("meeting", Watched::tier);
	}

	@Test
	void whatIsTimedForTheWholeMatterIsNotRaised() {
		report();
		var whole = board.page(ALL, supervisor, null, 50).rows().stream().filter(row -> row.taskId() == null).findFirst().orElseThrow();
		assertThat(acts.raise(List.of(whole.clockId()), "快", supervisor)).singleElement()
				.satisfies(result -> assertThat(result.refusal().rule()).isEqualTo("supervision.no-tier-above"));
		assertThat(first().tier()).isEqualTo("building");
	}

	@Test
	void anActWithoutAReasonOrWithoutAClockIsRefused() {
		report();
		var id = first().clockId();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> acts.urge(List.of(id), " ", supervisor)).returns("clocks.words", Refusal::rule);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> acts.urge(List.of(), "快", supervisor)).returns("supervision.how-many", Refusal::rule);
		assertThat(first().urged()).isZero();
	}

	@Test
	void specialSupervisionMarksTheWholeMatterUntilItIsLifted() {
		report();
		var id = first().clockId();
		acts.list(List.of(id), true, "反复出现", supervisor);
		assertThat(board.page(BoardFilter.of(Map.of("state", "listed")), supervisor, null, 50).rows()).isNotEmpty();
		assertThat(acts.list(List.of(id), true, "反复出现", supervisor)).noneMatch(BoardActs.Result::isDone);
		assertThat(acts.list(List.of(id), false, "已解决", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(board.page(BoardFilter.of(Map.of("state", "listed")), supervisor, null, 50).rows()).isEmpty();
	}

	@Test
	void specialSupervisionOutlastsTheClocksOfTheMatter() {
		report();
		var row = first();
		acts.list(List.of(row.clockId()), true, "反复出现", supervisor);
		db.sql("delete from watched where subject = ?").param(row.subject()).update();
		clocks.start("MED.USUAL", row.subject(), branch.building());
		assertThat(board.page(BoardFilter.of(Map.of("state", "listed")), supervisor, null, 50).rows()).singleElement()
				.satisfies(later -> assertThat(later.subject()).isEqualTo(row.subject()));
	}

	@Test
	void theWorkOfOneWhoHoldsATaskIsNotExtendedByHimself() {
		people.holding("building-steward", branch.building());
		report();
		var row = first();
		db.sql("update watched set assignee = ? where clock_id = ?").params(person.id(), row.clockId()).update();
		assertThat(acts.extend(List.of(row.clockId()), 1, "给自己", supervisor)).singleElement()
				.satisfies(result -> assertThat(result.refusal().rule()).isEqualTo("clocks.own-extension"));
	}

	@Test
	void whatASupervisorDoesToADeadlineStandsInTheRecordOfTheMatter() {
		report();
		acts.pause(List.of(first().clockId()), Pause.Reason.WAITING_RESIDENT, "等居民回家", "", null, supervisor);
		assertThat(notes()).last().asString().contains("clock-paused", "楼栋长办理", "等居民回家");
		acts.extend(List.of(first().clockId()), 1, "路远", supervisor);
		assertThat(notes()).last().asString().contains("clock-extended-paused", "路远").doesNotContain("9999");
	}
}
