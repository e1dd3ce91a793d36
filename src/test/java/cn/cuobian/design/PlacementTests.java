package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.design.Impact.Change;
import cn.cuobian.design.Impact.Choice;
import cn.cuobian.design.Impact.Time;
import cn.cuobian.design.Move.Outcome;

/** A step at which matters wait is not dropped without a word where they go. */
class PlacementTests extends MovingMatters {

	private String at(String element) {
		return bundle + ":" + element;
	}

	@Test
	void whatADraftDoesToThoseWhoWaitIsSaidStepByStep() {
		matters(2).get(0).done("user_look", DONE, steward);
		var changed = impacts.of(drafts.of(drawn("加一步", second())));
		assertThat(changed).extracting(Impact::element).containsExactly("user_look", "user_settle");
		assertThat(changed).allSatisfy(impact -> {
			assertThat(impact.change()).isEqualTo(Change.CHANGED);
			assertThat(impact.lands()).isEqualTo(impact.element());
			assertThat(impact.time()).isEqualTo(Time.RUNS_ON);
			assertThat(impact.matters()).isOne();
			assertThat(impact.versions()).containsExactly(1);
		});
		assertThat(impacts.of(drafts.of(drafts.begin(bundle, "没改", designer)))).extracting(Impact::change).containsOnly(Change.SAME);
	}

	@Test
	void aDroppedStepAsksForAPlaceAndOffersOnlyStepsOfItsKind() {
		new Waiting();
		new Waiting().done("user_look", RAISE, steward);
		var lines = impacts.of(drafts.of(drawn("不看了", withoutLooking())));
		assertThat(lines).filteredOn(Impact::isHomeless).singleElement().satisfies(impact -> {
			assertThat(impact.element()).isEqualTo("user_look");
			assertThat(impact.name()).isEqualTo("看一看");
			assertThat(impact.change()).isEqualTo(Change.DROPPED);
			assertThat(impact.choices()).extracting(Choice::element).containsExactlyInAnyOrder("user_hear", "user_settle");
		});
		assertThat(lines).filteredOn(impact -> impact.element().equals("call_part")).singleElement()
				.satisfies(impact -> assertThat(impact.lands()).isEqualTo("call_part"));
	}

	@Test
	void withoutAPlaceItIsNotPublishedAndWithOneMattersLandThere() {
		var looking = new Waiting();
		var settling = new Waiting().done("user_look", DONE, steward);
		var draft = drawn("不看了", withoutLooking());
		approved(draft);
		Refused.by(422, "design.draft-hurdles", () -> release.publish(draft, approver));
		assertThat(bundles.versions(bundle)).hasSize(1);

		approval.takeBack(draft, designer);
		placements.say(draft, Map.of(at("user_look"), "user_settle"), designer);
		approved(draft);
		release.publish(draft, approver);
		long run = moved();

		assertThat(rows.tally(run).moved()).isEqualTo(2);
		assertThat(looking.at()).containsExactly("user_settle");
		assertThat(looking.tasks().toList()).singleElement().satisfies(item -> assertThat(item.name().zh()).isEqualTo("办一办"));
		assertThat(looking.postsOf("user_settle")).containsExactly("hall-secretary@" + here.compound());
		assertThat(settling.at()).containsExactly("user_settle");
		looking.done("user_settle", DONE, secretary);
		assertThat(looking.at()).containsExactly("gateway_await");
	}

	@Test
	void aClockThatBothStepsNameRunsOnAndAnotherOneStopsWhileTheNewOneBegins() {
		var same = new Waiting();
		clock.travel(Duration.ofHours(5));
		var clocks = same.clocks();
		var task = same.task("user_look").taskId();
		var draft = drawn("不看了", withoutLooking());
		placements.say(draft, Map.of(at("user_look"), "user_hear"), designer);
		published(draft);
		moved();
		assertThat(same.clocks()).isEqualTo(clocks);
		assertThat(same.task("user_hear").taskId()).isNotEqualTo(task);
		assertThat(same.task("user_hear").dueOrNull()).isEqualTo(same.due("CLOSE.VERIFY"));
		assertThat(same.timers()).isEmpty();

		same.done("user_hear", DONE, steward);
		assertThat(db.sql("select state from clock where subject = ? and code = 'CLOSE.VERIFY'").param(same.subject).query(String.class).list()).containsExactly("MET");
	}

	@Test
	void whoGoesToAStepWithAnotherClockBeginsItsTime() {
		var matter = new Waiting();
		clock.travel(Duration.ofHours(5));
		var draft = drawn("不看了", withoutLooking());
		placements.say(draft, Map.of(at("user_look"), "user_settle"), designer);
		assertThat(impacts.of(drafts.of(draft))).singleElement().satisfies(impact -> assertThat(impact.time()).isEqualTo(Time.BEGINS));
		published(draft);
		moved();
		assertThat(db.sql("select state from clock where subject = ? and code = 'CLOSE.VERIFY'").param(matter.subject).query(String.class).list()).containsExactly("CANCELLED");
		assertThat(matter.clocks()).anySatisfy(each -> assertThat(each).contains("CLOSE.CARRYOUT " + clock.instant()));
	}

	@Test
	void whoMayStayFinishesOnTheOldVersion() {
		var matter = new Waiting();
		var draft = drawn("不看了", withoutLooking());
		placements.say(draft, Map.of(at("user_look"), Placements.STAY), designer);
		published(draft);
		long run = moved();
		assertThat(rows.results(run, null, "", 9)).singleElement().satisfies(result -> {
			assertThat(result.outcome()).isEqualTo(Outcome.STAYS);
			assertThat(result.why()).isEqualTo("as-planned");
		});
		assertThat(matter.notes()).isEmpty();
		matter.done("user_look", DONE, steward);
		assertThat(moving.standing(matter.subject, bundle)).singleElement().satisfies(at -> assertThat(at.version()).isOne());
	}

	@Test
	void onlyWhatIsOfferedCanBeSaidAndOnlyWhileItIsDrawnOn() {
		new Waiting();
		var draft = drawn("不看了", withoutLooking());
		Refused.by(422, "design.move-no-such-step", () -> placements.say(draft, Map.of(at("user_look"), "gateway_await"), designer));
		Refused.by(422, "design.move-no-such-step", () -> placements.say(draft, Map.of(at("user_look"), "user_look"), designer));
		Refused.by(403, "design.draft-not-a-designer", () -> placements.say(draft, Map.of(), approver));
		approval.submit(draft, 1, "要改", designer);
		Refused.by(409, "design.draft-not-open", () -> placements.say(draft, Map.of(at("user_look"), "user_hear"), designer));
	}

	@Test
	void whoSaidWhereMattersGoDoesNotApproveIt() {
		new Waiting();
		var draft = drawn("不看了", withoutLooking());
		var administrator = studio.administrator();
		placements.say(draft, Map.of(at("user_look"), "user_hear"), administrator);
		approval.submit(draft, 1, "要改", designer);
		Refused.by(403, "design.draft-own", () -> approval.approve(draft, 1, "", administrator));
	}

	@Test
	void mattersThatCameToADroppedStepMeanwhileAreAskedForAgain() {
		var draft = drawn("不看了", withoutLooking());
		approved(draft);
		new Waiting();
		Refused.by(422, "design.draft-hurdles", () -> release.publish(draft, approver));
	}
}
