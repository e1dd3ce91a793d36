package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.cuobian.design.Move.Outcome;
import cn.cuobian.design.Move.State;

/** Open matters come over to a new version, and their clocks run on. */
class MoveTests extends MovingMatters {

	@Test
	void fiftyMattersComeOverAndEveryClockAndTimerIsDueWhenItWas() {
		var all = matters(50);
		var settling = all.subList(0, 10);
		settling.forEach(matter -> matter.done("user_look", DONE, steward));
		var asked = all.subList(10, 20);
		asked.forEach(matter -> matter.done("user_look", RAISE, steward));
		clock.travel(Duration.ofHours(30));
		var clocksBefore = all.stream().map(Waiting::clocks).toList();
		var timersBefore = all.stream().map(Waiting::timers).toList();
		var tasksBefore = all.stream().map(matter -> matter.tasks().map(item -> item.taskId() + item.elementId() + item.due()).toList()).toList();
		assertThat(timersBefore.get(30)).isNotEmpty();

		assertThat(published(drawn("加一步", second()))).isEqualTo(2);
		long run = moved();

		assertThat(rows.tally(run)).isEqualTo(new Move.Tally(50, 0, 0));
		assertThat(rows.find(run).orElseThrow().state()).isEqualTo(State.DONE);
		assertThat(all.stream().map(Waiting::clocks).toList()).isEqualTo(clocksBefore);
		assertThat(all.stream().map(Waiting::timers).toList()).isEqualTo(timersBefore);
		assertThat(all.stream().map(matter -> matter.tasks().map(item -> item.taskId() + item.elementId() + item.due()).toList()).toList()).isEqualTo(tasksBefore);
		assertThat(moving.standing(all.get(0).subject, bundle)).allSatisfy(at -> assertThat(at.version()).isEqualTo(2));
		assertThat(moving.standing(asked.get(0).subject, bundle)).hasSize(2).allSatisfy(at -> assertThat(at.version()).isEqualTo(2));
		assertThat(all).allSatisfy(matter -> assertThat(matter.notes()).containsExactly("[1, 2]"));
	}

	@Test
	void threeDaysBecomeTwoForNewMattersAndStayThreeForThoseUnderWay() {
		var code = "MOVED." + bundle.substring("moved".length());
		var own = drawn("用自己的时限", first().replaced("CLOSE.VERIFY", code));
		drafts.save(own, 1, Paths.LIMITS, ReleaseTests.withRow(studio.text(own, Paths.LIMITS), code), designer);
		published(own);
		var old = new Waiting();
		var clocks = old.clocks();
		var timers = old.timers();
		var due = old.due(code);

		var shorter = drawn("3 天改成 2 天，加一步", second().replaced("CLOSE.VERIFY", code));
		drafts.save(shorter, 1, Paths.LIMITS, twoDays(studio.text(shorter, Paths.LIMITS), code), designer);
		published(shorter);
		moved();

		assertThat(old.clocks()).isEqualTo(clocks);
		assertThat(old.timers()).isEqualTo(timers).containsValue(due);
		assertThat(new Waiting().due(code)).isBefore(due);
		clock.setTo(due.minusSeconds(1));
		jobs.runDue();
		assertThat(old.at()).containsExactly("user_look");
		clock.setTo(due);
		jobs.runDue();
		assertThat(old.at()).containsExactly("user_settle");
	}

	/** The row of this code says 2 where it said 3. */
	private static byte[] twoDays(String table, String code) {
		int row = table.indexOf("<text>\"" + code + "\"</text>");
		int amount = table.indexOf("<text>3</text>", row);
		return (table.substring(0, amount) + "<text>2</text>" + table.substring(amount + "<text>3</text>".length())).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void tasksSayWhatTheNewVersionSaysAndStayInTheHandsThatHaveThem() {
		var looking = new Waiting();
		var settling = new Waiting().done("user_look", DONE, steward);
		workbench.claim(looking.task("user_look").taskId(), studio.as(steward));
		var agent = people.holding("grid-agent", here.compound());
		assertThat(settling.postsOf("user_settle")).containsExactly("hall-secretary@" + here.compound());

		published(drawn("加一步", second()));
		moved();

		assertThat(looking.task("user_look").name().zh()).isEqualTo("看一看（上门）");
		assertThat(looking.task("user_look").isTakenBy(steward.id())).isTrue();
		assertThat(settling.postsOf("user_settle")).containsExactly("grid-agent@" + here.compound());
		settling.done("user_settle", DONE, agent).done("user_check", DONE, steward);
		assertThat(settling.at()).containsExactly("gateway_await");
	}

	@Test
	void timersOfMovedMattersFireAtTheOldInstant() {
		var matter = new Waiting();
		var due = matter.due("CLOSE.VERIFY");
		published(drawn("加一步", second()));
		moved();

		clock.setTo(due.minusSeconds(1));
		jobs.runDue();
		assertThat(matter.at()).containsExactly("user_look");
		clock.setTo(due);
		jobs.runDue();
		assertThat(matter.at()).containsExactly("user_settle");
	}

	@Test
	void whoWaitsForTheResidentGoesOnWaitingUntilTheSameInstant() {
		var matter = new Waiting().done("user_look", DONE, steward).done("user_settle", DONE, secretary);
		var timers = matter.timers();
		published(drawn("加一步", second()));
		moved();
		assertThat(matter.at()).containsExactly("gateway_await");
		assertThat(matter.timers()).isEqualTo(timers).hasSize(1);
		processes.tell("matter_rated", matter.subject, java.util.Map.of());
		assertThat(matter.at()).isEmpty();
	}

	@Test
	void aMovedMatterWaitsForTheMessagesThatTheNewVersionNames() {
		var matter = new Waiting();
		assertThat(matter.messages()).containsExactly("matter_raised", "matter_withdrawn");
		published(drawn("换一个消息", second().replaced("messageRef=\"message_matter_raised\"", "messageRef=\"message_matter_rated\"")));
		moved();
		assertThat(matter.messages()).containsExactly("matter_rated", "matter_withdrawn");
	}

	@Test
	void whatIsMovedAlreadyOrAllNewIsNotMovedAgain() {
		var old = new Waiting();
		published(drawn("加一步", second()));
		new Waiting();
		long run = moved();
		assertThat(rows.results(run, null, "", 10)).singleElement().satisfies(result -> {
			assertThat(result.subject()).isEqualTo(old.subject);
			assertThat(result.outcome()).isEqualTo(Outcome.MOVED);
			assertThat(result.from()).isEqualTo(1);
			assertThat(result.detail()).isEqualTo("user_look");
		});
		Refused.by(422, "design.move-nothing-behind", () -> moves.begin(bundle, approver));
	}

	@Test
	void everyVersionIsCountedByStep() {
		matters(3).get(0).done("user_look", DONE, steward);
		published(drawn("加一步", second()));
		new Waiting();
		var waiting = moving.waiting(bundle);
		assertThat(waiting).extracting(each -> each.version() + each.element() + each.subjects()).containsExactlyInAnyOrder("2user_look1", "1user_look2", "1user_settle1");
		assertThat(List.copyOf(moving.open(bundle).values())).containsExactlyInAnyOrder(1L, 3L);
	}
}
