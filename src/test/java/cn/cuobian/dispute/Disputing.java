package cn.cuobian.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

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
import cn.cuobian.people.People;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.PlaceImport;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** Drives disputes of one compound of Dongyuan town as the people there would, and residents through their pages' door. */
@CuobianTest
public abstract class Disputing {

	protected static final String COMPOUND = "w37-garden";
	protected static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+08:00");

	protected static final Map<String, Object> CONVENE_THEM = Map.of("decision", "convene", "invited", List.of("property", "committee", "police"),
			"invited_names", "双方当事人", "meeting", "明晚七点，党群服务中心");
	protected static final Map<String, Object> AGREED = Map.of("decision", "agreed", "attended", List.of("branch", "property", "committee"),
			"minutes", "各方都到了", "doer", "property-manager", "measures", "夜里十点后不装修，物业巡查");
	protected static final Map<String, Object> NOT_AGREED = Map.of("decision", "not-agreed", "attended", List.of("branch", "property"),
			"minutes", "谈不拢", "reason", "楼上不同意换地垫");
	protected static final Map<String, Object> TOO_LARGE = Map.of("decision", "list", "attended", List.of("branch"), "minutes", "要几个部门一起办",
			"reason", "涉及规划和消防");
	protected static final Map<String, Object> TO_MEDIATION = Map.of("decision", "mediate", "attended", List.of("branch"), "minutes", "各方愿意调解");
	protected static final Map<String, Object> NOT_OURS = Map.of("decision", "refuse", "competent", "市生态环境局 12369", "answer", "请找生态环境局");
	protected static final Map<String, String> CARRIED_OUT = Map.of("minutes", "换了地垫，夜里巡查");
	protected static final Map<String, Object> DONE = Map.of("decision", "done", "answer", "已经换了地垫", "told_by", "visit");
	protected static final Map<String, Object> UNDERWAY = Map.of("decision", "underway", "minutes", "地垫已下单，周末到货", "told_by", "phone");

	private static boolean settled;

	@Autowired
	protected TestClock clock;
	@Autowired
	protected Processes processes;
	@Autowired
	protected Clocks clocks;
	@Autowired
	protected DueJobs due;
	@Autowired
	protected JdbcClient db;
	@Autowired
	private MockMvc mvc;
	@Autowired
	protected ApplicationContext application;
	@Autowired
	protected Posts posts;
	@Autowired
	private People people;
	@Autowired
	private Intake intake;
	@Autowired
	private MatterFile file;
	@Autowired
	private Timeline timeline;
	@Autowired
	private Worklist worklist;
	@Autowired
	private Workbench workbench;
	@Autowired
	private PlaceImport places;
	@Autowired
	private Accounts accounts;
	@Autowired
	private Appointments appointments;

	@BeforeEach
	void aMondayWithEverybodyInOffice() {
		clock.setTo(MONDAY.toInstant());
		if (!settled) {
			places.apply("""
					code,parent,level,name_zh,name_en,buildings
					test,,prefecture,测试市,Test Prefecture,
					w37-city,test,city,测试区,Test District,
					tiz-dongyuan,w37-city,township,东园镇,Dongyuan Town,
					w37-village,tiz-dongyuan,community,东园社区,Dongyuan Community,
					w37-garden,w37-village,compound,三七花园,Garden 37,2
					""".getBytes(StandardCharsets.UTF_8));
			appoint(COMPOUND, "branch-secretary", "property-manager", "committee-chair");
			appoint("w37-village", "community-secretary", "mediator");
			appoint("w37-city", "district-meeting-secretary", "follow-up-person", "dept-fire", "dept-housing", "supervisor");
			settled = true;
		}
	}

	private void appoint(String place, String... codes) {
		for (var post : codes) {
			var person = accounts.create("三七" + post, "w37-" + post, "three warm oranges", false);
			appointments.appoint(person.id(), post, place, clock.instant(), null);
		}
	}

	/** A neighbour's noise at night. */
	protected Disputed quarrel() {
		return report("noise-dust", Contact.NONE);
	}

	protected Disputed report(String kind, Contact contact) {
		var receipt = intake.report(new Report(COMPOUND, "1", null, kind, "夜里吵", "楼上夜里敲打", Channel.PHONE, Scope.COMPOUND,
				false, contact, contact == Contact.NONE ? null : "2026-11", null, null, List.of()));
		return new Disputed(db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single(),
				receipt.number(), receipt.trackingCode());
	}

	/** One dispute on its way; {@code code} is the resident's. */
	protected final class Disputed {

		public final long id;
		public final String number;
		public final String code;
		public final String subject;

		private Disputed(long id, String number, String code) {
			this.id = id;
			this.number = number;
			this.code = code;
			this.subject = "matter:" + id;
		}

		public Disputed done(String step, Map<String, ?> form) {
			var task = task(step);
			workbench.complete(task.taskId(), form, TestViewers.of(application, holder(task)));
			return this;
		}

		public Disputed told(String message) {
			processes.tell(message, subject, Map.of());
			return this;
		}

		/** The resident, with his code. */
		public Disputed rates(int satisfaction, String words) {
			return send("rating", Map.of("satisfaction", String.valueOf(satisfaction), "words", words));
		}

		public Disputed asksAgain(String reason) {
			return send("reopen", Map.of("reason", reason));
		}

		public Disputed withdraws() {
			return send("withdraw", Map.of("reason", "已经和好"));
		}

		private Disputed send(String act, Map<String, String> form) {
			var request = post("/track/" + code.replace("-", "") + "/" + act).with(csrf());
			form.forEach(request::param);
			try {
				mvc.perform(request).andExpect(status().is3xxRedirection());
			} catch (Exception e) {
				throw new AssertionError(e);
			}
			return this;
		}

		public Disputed waits(String... steps) {
			assertThat(worklist.openFor(subject)).extracting(WorkItem::elementId).containsExactlyInAnyOrder(steps);
			return this;
		}

		/** Travels to the instant the clock of this code is due; one second earlier nothing may have happened. */
		public Disputed timeRunsOut(String code) {
			var open = clock(code);
			var before = worklist.openFor(subject);
			clock.setTo(open.due().minusSeconds(1));
			due.runDue();
			assertThat(worklist.openFor(subject)).isEqualTo(before);
			clock.travel(Duration.ofSeconds(1));
			due.runDue();
			return this;
		}

		public Running clock(String code) {
			return clocks.ofSubject(subject).stream().filter(each -> each.code().equals(code)).findFirst()
					.orElseThrow(() -> new AssertionError(code + " does not run, but " + running()));
		}

		/** The codes of the clocks that run, without those of every matter as a whole. */
		public List<String> running() {
			return clocks.ofSubject(subject).stream().map(Running::code).filter(code -> !code.startsWith("MATTER.")).sorted().toList();
		}

		public List<String> endings(String code) {
			return db.sql("select state from clock where subject = ? and code = ? order by id").params(subject, code)
					.query(String.class).list();
		}

		public Disputed passed(String... steps) {
			assertThat(trace().flatMap(each -> each.passed().stream())).contains(steps);
			return this;
		}

		public Disputed notPassed(String... steps) {
			assertThat(trace().flatMap(each -> Stream.concat(each.passed().stream(), each.active().stream()))).doesNotContain(steps);
			return this;
		}

		/** Nothing of it runs any more: no instance, no task, no clock. */
		public Disputed over() {
			assertThat(trace()).allMatch(ProcessTrace::ended);
			assertThat(worklist.openFor(subject)).isEmpty();
			assertThat(clocks.ofSubject(subject)).isEmpty();
			return this;
		}

		public List<String> notes() {
			return lines("NOTED").map(line -> line.text("note")).toList();
		}

		public Stream<TimelineEntry> lines(String kind) {
			return timeline.of(id).stream().filter(line -> line.kind().name().equals(kind));
		}

		public Matter matter() {
			return file.of(id);
		}

		public WorkItem task(String step) {
			return worklist.openFor(subject).stream().filter(each -> each.elementId().equals(step)).findFirst()
					.orElseThrow(() -> new AssertionError(step + " is not open, but "
							+ worklist.openFor(subject).stream().map(WorkItem::elementId).toList()));
		}

		public String group(String step) {
			return String.join(",", worklist.groups(task(step).taskId()));
		}

		private Stream<ProcessTrace> trace() {
			return processes.trace(subject).stream();
		}

		private Person holder(WorkItem task) {
			return worklist.groups(task.taskId()).stream().flatMap(group -> posts.holders(group).stream()).findFirst()
					.orElseThrow(() -> new AssertionError("nobody holds " + worklist.groups(task.taskId())));
		}
	}

	protected long personOf(String post) {
		return people.byUsername("w37-" + post).orElseThrow().id();
	}

	protected Map<String, Object> dispatch(String... departments) {
		return Map.of("decision", "dispatch", "minutes", "区里开了会", "follow_up", String.valueOf(personOf("follow-up-person")),
				"departments", List.of(departments), "instruction", "一个月内拿出办法");
	}

	protected static Map<String, Object> decided(String decision) {
		return Map.of("decision", decision, "minutes", "办了一回");
	}

	protected static Map<String, Object> with(Map<String, Object> form, Map<String, Object> more) {
		var both = new HashMap<>(form);
		both.putAll(more);
		return both;
	}
}
