package cn.cuobian.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Running;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.Processes;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Matter;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.matters.Timeline;
import cn.cuobian.matters.TimelineEntry;
import cn.cuobian.people.Accounts;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drives matters through the ladder as the people on it would: by the forms of their tasks, through the work list. */
@CuobianTest
abstract class Ladder {

	static final Map<String, String> CARRIED_OUT = Map.of("minutes", "修好了");
	static final Map<String, Object> VERIFIED = Map.of("checked", List.of("visit"), "decision", "verified");
	static final Map<String, String> FEEDBACK = Map.of("answer", "已经修好，请查看", "told_by", "code");

	private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+08:00");
	private static Branch branch;

	@Autowired
	TestClock clock;
	@Autowired
	Processes processes;
	@Autowired
	Clocks clocks;
	@Autowired
	Assignments assignments;
	@Autowired
	private DueJobs due;
	@Autowired
	Intake intake;
	@Autowired
	private MatterFile file;
	@Autowired
	private Timeline timeline;
	@Autowired
	private Worklist worklist;
	@Autowired
	private Workbench workbench;
	@Autowired
	Posts posts;
	@Autowired
	private SomePlaces places;
	@Autowired
	private Accounts accounts;
	@Autowired
	private Appointments appointments;
	@Autowired
	JdbcClient db;
	@Autowired
	private ApplicationContext application;

	@BeforeEach
	void aMondayWithEverybodyInOffice() {
		clock.setTo(MONDAY.toInstant());
		if (branch == null) {
			branch = places.branch();
			appoint(branch.building(), "building-steward");
			appoint(branch.compound(), "hall-secretary", "property-manager", "grid-agent");
			appoint(branch.community(), "joint-meeting-secretary", "linked-leader");
			appoint(branch.township(), "leader-office");
			appoint(branch.city(), "dept-water", "dept-fire", "dept-gas");
		}
	}

	private void appoint(String place, String... codes) {
		for (var post : codes) {
			var person = accounts.create("梯子" + post, place + "-" + post, "three warm oranges", false);
			appointments.appoint(person.id(), post, place, clock.instant(), null);
		}
	}

	/** One matter on its way. */
	final class Climbing {

		final long id;
		final String subject;

		Climbing(long id) {
			this.id = id;
			this.subject = "matter:" + id;
		}

		/** The holder of the post completes the open task at this step; the first one, if there are several. */
		Climbing done(String step, Map<String, ?> form) {
			return done(task(step), form);
		}

		Climbing done(WorkItem task, Map<String, ?> form) {
			workbench.complete(task.taskId(), form, holder(task));
			return this;
		}

		List<WorkItem> tasks(String step) {
			return worklist.openFor(subject).stream().filter(each -> each.elementId().equals(step)).toList();
		}

		Climbing told(String message) {
			processes.tell(message, subject, Map.of());
			return this;
		}

		Climbing waits(String... steps) {
			assertThat(worklist.openFor(subject)).extracting(WorkItem::elementId).containsExactlyInAnyOrder(steps);
			return this;
		}

		/** Travels to the instant the clock of this code is due; one second earlier nothing may have happened. */
		Climbing timeRunsOut(String code) {
			var running = clock(code);
			var before = worklist.openFor(subject);
			clock.setTo(running.due().minusSeconds(1));
			due.runDue();
			assertThat(worklist.openFor(subject)).isEqualTo(before);
			clock.travel(Duration.ofSeconds(1));
			due.runDue();
			return this;
		}

		Running clock(String code) {
			return clocks.ofSubject(subject).stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
		}

		Climbing passed(String... steps) {
			assertThat(trace().flatMap(each -> each.passed().stream())).contains(steps);
			return this;
		}

		Climbing notPassed(String... steps) {
			assertThat(trace().flatMap(each -> Stream.concat(each.passed().stream(), each.active().stream())))
					.doesNotContain(steps);
			return this;
		}

		/** Nothing of it runs any more: no instance, no task, no clock. */
		Climbing over() {
			assertThat(trace()).allMatch(ProcessTrace::ended);
			assertThat(worklist.openFor(subject)).isEmpty();
			assertThat(clocks.ofSubject(subject)).isEmpty();
			return this;
		}

		/** Notes of the record, as their keys. */
		List<String> notes() {
			return lines("NOTED").map(line -> line.text("note")).toList();
		}

		Stream<TimelineEntry> lines(String kind) {
			return timeline.of(id).stream().filter(line -> line.kind().name().equals(kind));
		}

		/** Everything on record about a step, as one text. */
		String record() {
			return timeline.of(id).stream().map(line -> line.kind() + " " + line.payload()).collect(Collectors.joining("\n"));
		}

		Matter matter() {
			return file.of(id);
		}

		WorkItem task(String step) {
			return tasks(step).stream().findFirst()
					.orElseThrow(() -> new AssertionError(step + " is not open, but " + worklist.openFor(subject).stream()
							.map(WorkItem::elementId).toList()));
		}

		List<String> groups(String step) {
			return worklist.groups(task(step).taskId());
		}

		/** How a clock of the matter ended. */
		List<String> endings(String code) {
			return db.sql("select state from clock where subject = ? and code = ? order by id").params(subject, code)
					.query(String.class).list();
		}

		private Stream<ProcessTrace> trace() {
			return processes.trace(subject).stream();
		}

		private Viewer holder(WorkItem task) {
			Person person = worklist.groups(task.taskId()).stream().flatMap(group -> posts.holders(group).stream())
					.findFirst().orElseThrow(() -> new AssertionError("nobody holds " + worklist.groups(task.taskId())));
			return TestViewers.of(application, person);
		}
	}

	/** A quarrel between two flats of one building. */
	Climbing smallMatter() {
		return report(branch.building(), "neighbour-dispute", Scope.BUILDING, false);
	}

	Climbing compoundMatter() {
		return report(branch.compound(), "ebike", Scope.COMPOUND, false);
	}

	Climbing hardMatter() {
		return report(branch.compound(), "fire-safety", Scope.COMMUNITY, false);
	}

	Climbing urgentMatter() {
		return report(branch.building(), "gas", Scope.BUILDING, true);
	}

	Climbing report(String level, String kind, Scope scope) {
		return report(placeAt(level), kind, scope, false);
	}

	private Climbing report(String place, String kind, Scope scope, boolean urgent) {
		var receipt = intake.report(new Report(place, null, null, kind, "过道", "过道堆放杂物，" + kind, Channel.PHONE, scope,
				urgent, Contact.NONE, null, null, null, List.of()));
		return new Climbing(db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single());
	}

	static String at(String post, String level) {
		return post + "@" + placeAt(level);
	}

	static String placeAt(String level) {
		return switch (level) {
			case "building" -> branch.building();
			case "compound" -> branch.compound();
			case "community" -> branch.community();
			case "township" -> branch.township();
			default -> branch.city();
		};
	}

	static Map<String, Object> decide(String decision, String... more) {
		var form = new HashMap<String, Object>(Map.of("decision", decision, "minutes", "商议了一次"));
		switch (decision) {
			case "raise", "return" -> form.put("reason", "本级定不了");
			case "refuse" -> form.putAll(Map.of("competent", "市供水公司 8222", "answer", "请找供水公司"));
			default -> { }
		}
		if (more.length > 0) {
			form.put("attended", Arrays.asList(more));
		}
		return form;
	}

	static Map<String, Object> hall(String decision) {
		return decide(decision, "branch", "committee", "property");
	}

	static Map<String, Object> assign(String... departments) {
		return Map.of("decision", "assign", "departments", List.of(departments), "instruction", "月底前办好");
	}
}
