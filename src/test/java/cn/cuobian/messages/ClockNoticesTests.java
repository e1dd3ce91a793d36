package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.ClockActs;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Pause;
import cn.cuobian.clocks.ReachedRung;
import cn.cuobian.clocks.ReachedRung.Stage;
import cn.cuobian.clocks.RungsReached;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.supervision.PutUnderSupervision;
import cn.cuobian.supervision.Urged;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.worklist.Workbench;

/** Who is told of which rung. */
@CuobianTest
class ClockNoticesTests {

	private static final AtomicLong CLOCK = new AtomicLong(9_000_000);

	@Autowired
	ApplicationEventPublisher events;
	@Autowired
	ApplicationContext application;
	@Autowired
	TestClock clock;
	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	Workbench bench;
	@Autowired
	Appointments appointments;
	@Autowired
	Clocks clocks;
	@Autowired
	ClockActs acts;
	@Autowired
	JdbcClient db;

	private Branch branch;
	private Person steward;
	private Person second;
	private Person here;
	private Person above;
	private Person everywhere;
	private Person administrator;
	private String number;
	private String task;

	@BeforeEach
	void aTaskAndThoseAboveIt() {
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		second = people.holding("building-steward", branch.building());
		here = people.holding("supervisor", branch.community());
		above = people.holding("supervisor", branch.city());
		everywhere = people.holding("supervisor", Group.EVERYWHERE);
		administrator = people.holding("administrator", Group.EVERYWHERE);
		number = intake.report(new Report(branch.building(), null, null, "water", "漏水", "漏水", Channel.PHONE, Scope.BUILDING,
				false, new Contact("李桂花", null, "guihua@example.com"), "2026-11", null, null, List.of())).number();
		task = db.sql("select task_id from work_item where number = ?").param(number).query(String.class).single();
	}

	@Test
	void theFirstRungIsForAllWhosePostItIsAsLongAsNobodyHasTakenIt() {
		reached("50%", 0, Stage.NEAR);
		assertThat(told("clock-near")).containsExactlyInAnyOrder(steward, second);
	}

	@Test
	void theFirstRungIsForTheOneWhoHasTakenIt() {
		bench.claim(task, TestViewers.of(application, steward));
		reached("50%", 0, Stage.NEAR);
		assertThat(told("clock-near")).containsExactly(steward);
	}

	@Test
	void aLaterRungIsAlsoForTheNearestSupervisor() {
		bench.claim(task, TestViewers.of(application, steward));
		reached("80%", 1, Stage.NEAR);
		assertThat(told("clock-near")).containsExactlyInAnyOrder(steward, here);
	}

	@Test
	void whatIsDueIsForTheSupervisorsUpToTheCity() {
		reached("due", 2, Stage.DUE);
		assertThat(told("clock-due")).containsExactlyInAnyOrder(steward, second, here, above);
	}

	@Test
	void whatIsOverdueGoesAllTheWayUp() {
		reached("+1wd", 3, Stage.OVERDUE);
		assertThat(told("clock-overdue")).containsExactlyInAnyOrder(steward, second, here, above, everywhere, administrator);
	}

	@Test
	void whereNobodyIsAssignedTheNearestSupervisorIsToldOfTheFirstRung() {
		for (var person : List.of(steward, second, here)) {
			appointments.of(person.id()).forEach(holding -> appointments.end(holding.id()));
		}
		reached("50%", 0, Stage.NEAR);
		assertThat(told("clock-near")).containsExactly(above);
	}

	@Test
	void whereNobodySupervisesTheAdministratorsAreTold() {
		for (var person : List.of(steward, second, here, above, everywhere)) {
			appointments.of(person.id()).forEach(holding -> appointments.end(holding.id()));
		}
		// of tests that share the database
		db.sql("update post_holding set held_until = held_from where post = 'supervisor' and place = '*'").update();
		reached("50%", 0, Stage.NEAR);
		assertThat(told("clock-near")).containsExactly(administrator);
	}

	@Test
	void aClockOfTheMatterIsForTheNearestSupervisorAndLeadsToTheMatter() {
		events.publishEvent(new RungsReached(List.of(rung("ANSWER", null, "50%", 0, Stage.NEAR))));
		assertThat(told("clock-near")).containsExactly(here);
		assertThat(db.sql("select link from inbox where person_id = ? and kind = 'CLOCK_NEAR'").param(here.id()).query(String.class).list())
				.containsExactly("/matters/" + number);
	}

	@Test
	void aRatingThatStaysAwayIsTheResidentsTurnAndNobodyElseIsTold() {
		events.publishEvent(new RungsReached(List.of(rung("CLOSE.RATE", null, "80%", 1, Stage.NEAR))));
		assertThat(told("clock-near")).isEmpty();
		assertThat(db.sql("select about from mail where kind = 'RESIDENT_RATE' and state = 'WAITING' and addressee = ?")
				.param(subject()).query(String.class).list()).containsExactly(number);
	}

	@Test
	void oneRungIsToldOnceAndItsLineGoesAwayWithTheTask() {
		var rung = rung("LADDER.BUILDING", task, "50%", 0, Stage.NEAR);
		events.publishEvent(new RungsReached(List.of(rung)));
		events.publishEvent(new RungsReached(List.of(rung)));
		assertThat(db.sql("select link from inbox where person_id = ? and kind = 'CLOCK_NEAR'").param(steward.id()).query(String.class).list())
				.containsExactly("/tasks/" + task);
	}

	@Test
	void whoHasTheTaskIsToldThatSomebodyElseMovedItsDeadlineAndTheResidentOfMoreTime() {
		bench.claim(task, TestViewers.of(application, steward));
		acts.extend(clockOfTask(), 1, "等配件", steward.id(), here.id());
		assertThat(told("clock-moved")).containsExactly(steward);
		assertThat(db.sql("select about from mail where kind = 'RESIDENT_EXTENDED' and addressee = ?").param(subject())
				.query(String.class).list()).containsExactly(number);
	}

	@Test
	void whoMovesItHimselfIsNotTold() {
		bench.claim(task, TestViewers.of(application, steward));
		acts.pause(clockOfTask(), new Pause(Pause.Reason.WAITING_MATERIAL, "等配件", null, clock.instant(), steward.id()));
		assertThat(told("clock-moved")).isEmpty();
	}

	@Test
	void theNearestSupervisorIsToldThatSomebodyAsksForMoreTime() {
		bench.claim(task, TestViewers.of(application, steward));
		acts.askExtension(clockOfTask(), 1, "等配件", steward.id());
		assertThat(told("extension-asked")).containsExactly(here);
	}

	@Test
	void aSupervisorWhoAsksForHimselfLeavesItToThoseAbove() {
		acts.askExtension(clockOfTask(), 1, "等配件", here.id());
		assertThat(told("extension-asked")).containsExactly(above, everywhere, administrator);
	}

	@Test
	void whoIsUrgedIsTheOneWhoHasTheTask() {
		bench.claim(task, TestViewers.of(application, steward));
		events.publishEvent(new Urged(clockOfTask(), subject(), number, task, "李桂花等急了", here.id()));
		assertThat(told("urged")).containsExactly(steward);
		assertThat(db.sql("select count(*) from inbox where about like '%李桂花%' or link like '%李桂花%'").query(Long.class).single()).isZero();
	}

	@Test
	void specialSupervisionIsToldToThoseWhoWorkAndToTheOtherSupervisorsUpToTheCity() {
		events.publishEvent(new PutUnderSupervision(clockOfTask(), subject(), number, task, true, "拖了太久", here.id()));
		assertThat(told("under-supervision")).containsExactly(steward, second, above);
		clock.travel(Duration.ofMinutes(1));
		events.publishEvent(new PutUnderSupervision(clockOfTask(), subject(), number, task, false, "办好了", above.id()));
		assertThat(told("supervision-lifted")).containsExactly(steward, second, here);
	}

	private long clockOfTask() {
		return clocks.ofTask(task).orElseThrow().id();
	}

	private void reached(String rung, int index, Stage stage) {
		events.publishEvent(new RungsReached(List.of(rung("LADDER.BUILDING", task, rung, index, stage))));
	}

	private ReachedRung rung(String code, String taskId, String rung, int index, Stage stage) {
		return new ReachedRung(CLOCK.incrementAndGet(), subject(), code, taskId, branch.building(), rung, index, stage, clock.instant(),
				List.of());
	}

	private String subject() {
		return "matter:" + db.sql("select id from matter where number = ?").param(number).query(Long.class).single();
	}

	/** Those of this test, so that administrators other tests made do not count. */
	private List<Person> told(String kind) {
		var persons = db.sql("select person_id from inbox where about = ? and kind = ?").params(number, kind.toUpperCase().replace('-', '_'))
				.query(Long.class).list();
		return Stream.of(steward, second, here, above, everywhere, administrator)
				.filter(person -> persons.contains(person.id())).toList();
	}
}
