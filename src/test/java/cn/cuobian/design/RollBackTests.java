package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** There and back: open matters stand as they stood, due when they were. */
class RollBackTests extends MovingMatters {

	@Autowired
	RollBack back;

	private void wayBack(int version) {
		long draft = back.begin(bundle, version, "新的一步没人手", designer);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.SUBMITTED);
		approval.approve(draft, drafts.of(draft).revision(), "", approver);
		studio.tried(draft);
		release.publish(draft, approver);
		moved();
	}

	@Test
	void thereAndBackTasksClocksAndTimersAreWhatTheyWere() {
		var all = List.of(new Waiting(), new Waiting().done("user_look", DONE, steward), new Waiting().done("user_look", RAISE, steward),
				new Waiting().done("user_look", DONE, steward).done("user_settle", DONE, secretary));
		var tasks = tasks(all);
		var clocks = all.stream().map(Waiting::clocks).toList();
		var timers = all.stream().map(Waiting::timers).toList();
		clock.travel(Duration.ofHours(7));
		published(drawn("加一步", second()));
		moved();
		assertThat(tasks(all)).isNotEqualTo(tasks);

		wayBack(1);

		assertThat(bundles.current(bundle).version()).isEqualTo(3);
		assertThat(tasks(all)).isEqualTo(tasks);
		assertThat(all.stream().map(Waiting::clocks).toList()).isEqualTo(clocks);
		assertThat(all.stream().map(Waiting::timers).toList()).isEqualTo(timers);
		assertThat(all).allSatisfy(matter -> assertThat(matter.notes()).containsExactly("[1, 2]", "[2, 3]"));
	}

	private static List<String> tasks(List<Waiting> all) {
		return all.stream().flatMap(Waiting::tasks).map(item -> item.taskId() + item.elementId() + item.name().zh() + item.formId() + item.due() + item.assignee()).toList();
	}

	@Test
	void whoWasSentToAnotherStepIsLedBackTheWayHeCame() {
		var matter = new Waiting();
		var timers = matter.timers();
		var clocks = matter.clocks();
		var draft = drawn("不看了", withoutLooking());
		placements.say(draft, Map.of(bundle + ":user_look", "user_hear"), designer);
		published(draft);
		moved();
		assertThat(matter.at()).containsExactly("user_hear");

		wayBack(1);

		assertThat(matter.at()).containsExactly("user_look");
		assertThat(matter.clocks()).isEqualTo(clocks);
		assertThat(matter.timers()).isEqualTo(timers);
		assertThat(matter.task("user_look").dueOrNull()).isEqualTo(matter.due("CLOSE.VERIFY"));
	}

	@Test
	void whereNobodyKnowsTheWayBackItIsAskedFor() {
		published(drawn("不看了", withoutLooking()));
		new Waiting();
		long draft = back.begin(bundle, 1, "退回去", designer);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.OPEN);
		assertThat(impacts.of(drafts.of(draft))).singleElement().satisfies(impact -> assertThat(impact.isHomeless()).isTrue());
		Refused.by(422, "design.draft-no-reason", () -> back.begin(bundle, 1, " ", designer));
		Refused.by(422, "design.move-in-force", () -> back.begin(bundle, 2, "退回去", designer));
		Refused.by(403, "design.draft-not-a-designer", () -> back.begin(bundle, 1, "退回去", approver));
	}
}
