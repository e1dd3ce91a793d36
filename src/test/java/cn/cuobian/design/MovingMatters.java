package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.Moving;
import cn.cuobian.engine.Moving.Standing;
import cn.cuobian.engine.Processes;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.matters.Timeline;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** A bundle of its own with a procedure that matters wait in, and the people who work, draw and decide. */
@CuobianTest
abstract class MovingMatters {

	static final Map<String, String> DONE = Map.of("minutes", "看过了", "decision", "done");
	static final Map<String, String> RAISE = Map.of("minutes", "看过了", "decision", "raise", "reason", "定不了");
	private static final AtomicInteger LAST = new AtomicInteger();

	@Autowired
	TestClock clock;
	@Autowired
	Drafts drafts;
	@Autowired
	Bundles bundles;
	@Autowired
	Approval approval;
	@Autowired
	Release release;
	@Autowired
	Studio studio;
	@Autowired
	ShippedVersions shipped;
	@Autowired
	Publishing publishing;
	@Autowired
	Moving moving;
	@Autowired
	Moves moves;
	@Autowired
	MoveRows rows;
	@Autowired
	Mover mover;
	@Autowired
	Placements placements;
	@Autowired
	Impacts impacts;
	@Autowired
	Processes processes;
	@Autowired
	Worklist worklist;
	@Autowired
	Workbench workbench;
	@Autowired
	Clocks clocks;
	@Autowired
	DueJobs jobs;
	@Autowired
	Intake intake;
	@Autowired
	Timeline timeline;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	JdbcClient db;
	@Autowired
	TransactionOperations transactions;

	Branch here;
	Person steward;
	Person secretary;
	Viewer designer;
	Viewer approver;
	String bundle;

	@BeforeEach
	void aBundleOfItsOwn() {
		clock.setTo(ZonedDateTime.parse("2026-03-02T09:00:00+08:00").toInstant());
		here = places.branch();
		steward = people.holding("building-steward", here.building());
		secretary = people.holding("hall-secretary", here.compound());
		designer = studio.designer();
		approver = studio.approver();
		bundle = "moved" + LAST.incrementAndGet();
		var files = List.of(file(bundle, first().xml()), file(bundle + "_part", part().xml()), form());
		shipped.record(bundle, files);
		publishing.publish(bundle, files, "cuobian");
	}

	/** Look; then either it is settled and the resident is waited for, or others are asked. */
	Sketch first() {
		return new Sketch(bundle).start().flow("start_it", "user_look")
				.task("user_look", "看一看", "building-steward", "CLOSE.VERIFY").timer("timer_look_due", "user_look", "CLOSE.VERIFY")
				.message("message_look_raised", "user_look").flow("timer_look_due", "user_settle").flow("message_look_raised", "user_settle")
				.part("<exclusiveGateway id=\"gateway_look\" name=\"怎么办\" default=\"flow_gateway_look_user_settle\" />").flow("user_look", "gateway_look")
				.flow("gateway_look", "user_settle")
				.part("<sequenceFlow id=\"flow_ask\" sourceRef=\"gateway_look\" targetRef=\"call_part\"><conditionExpression xsi:type=\"tFormalExpression\">${decision == 'raise'}</conditionExpression></sequenceFlow>")
				.call("call_part", bundle + "_part").flow("call_part", "user_settle")
				.task("user_settle", "办一办", "hall-secretary", "CLOSE.CARRYOUT").flow("user_settle", "gateway_await")
				.rating("CLOSE.RATE", "end_it").end().withdrawal();
	}

	Sketch part() {
		return new Sketch(bundle + "_part").start().flow("start_it", "user_part").task("user_part", "别人办", "hall-secretary", "CLOSE.FEEDBACK")
				.flow("user_part", "end_it").end();
	}

	/** The same with a word more where people look first, another post for those who settle, and a step that checks it. */
	Sketch second() {
		return changed(first().xml(), Map.of("看一看", "看一看（上门）", "${posts.at('hall-secretary', place)}", "${posts.at('grid-agent', place)}",
				"sourceRef=\"user_settle\" targetRef=\"gateway_await\"", "sourceRef=\"user_settle\" targetRef=\"user_check\""))
				.task("user_check", "查一查", "building-steward", "CLOSE.VERIFY").flow("user_check", "gateway_await");
	}

	/** What stands between the process's tags of a drawing, with some words replaced. */
	private Sketch changed(String xml, Map<String, String> words) {
		String body = xml.substring(xml.indexOf('>', xml.indexOf("<process ")) + 1, xml.indexOf("</process>"));
		for (var word : words.entrySet()) {
			assertThat(body).contains(word.getKey());
			body = body.replace(word.getKey(), word.getValue());
		}
		return new Sketch(bundle).part(body);
	}

	/** Without the step at which people look, and with another one of its kind. */
	Sketch withoutLooking() {
		return new Sketch(bundle).start().flow("start_it", "user_hear").task("user_hear", "听一听", "building-steward", "CLOSE.VERIFY")
				.flow("user_hear", "user_settle").call("call_part", bundle + "_part").flow("call_part", "user_settle")
				.task("user_settle", "办一办", "hall-secretary", "CLOSE.CARRYOUT").flow("user_settle", "gateway_await").rating("CLOSE.RATE", "end_it")
				.message("message_hear_raised", "user_hear").flow("message_hear_raised", "call_part").end();
	}

	ModelFile file(String key, String xml) {
		return ModelFile.of(bundle, key + ".bpmn", xml);
	}

	ModelFile form() {
		return ModelFile.of(bundle, "try-task.form", """
				{ "id": "try-task", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "components": [
				 { "type": "textarea", "key": "minutes", "id": "field_minutes", "label": "情况", "properties": { "label.en": "Found" }, "validate": { "required": true } },
				 { "type": "radio", "key": "decision", "id": "field_decision", "label": "意见", "properties": { "label.en": "Decision" },
				   "values": [ { "value": "done", "label": "办好了", "properties": { "label.en": "Done" } }, { "value": "raise", "label": "上报", "properties": { "label.en": "Raise" } } ], "validate": { "required": true } },
				 { "type": "textfield", "key": "reason", "id": "field_reason", "label": "理由", "properties": { "label.en": "Reason" }, "conditional": { "hide": "=decision != \\"raise\\"" }, "validate": { "required": true } } ] }""");
	}

	/** A matter with a procedure of the bundle; where it stands and what it is counted by. */
	final class Waiting {

		final long id;
		final String subject;

		Waiting() {
			var receipt = intake.report(new Report(here.building(), null, null, "neighbour-dispute", "过道", "过道堆放杂物", Channel.PHONE, Scope.BUILDING,
					false, Contact.NONE, null, null, null, List.of()));
			id = db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single();
			subject = "matter:" + id;
			processes.start(bundle, subject, Map.of("place", here.building(), "matterId", id));
		}

		WorkItem task(String element) {
			return tasks().filter(item -> item.elementId().equals(element)).findFirst()
					.orElseThrow(() -> new AssertionError(element + " is not open but " + tasks().map(WorkItem::elementId).toList()));
		}

		Stream<WorkItem> tasks() {
			return worklist.openFor(subject).stream().filter(item -> item.modelKey().startsWith(bundle));
		}

		Waiting done(String element, Map<String, ?> answers, Person by) {
			workbench.complete(task(element).taskId(), answers, studio.as(by));
			return this;
		}

		List<String> at() {
			return moving.standing(subject, bundle).stream().map(Standing::element).toList();
		}

		/** Code, start and due instant of every clock that runs, with the rungs that were told. */
		List<String> clocks() {
			return db.sql("select id, code, started, due, state, task_id from clock where subject = ? and open_key is not null order by id").param(subject)
					.query((row, n) -> row.getLong("id") + " " + row.getString("code") + " " + instant(row.getTimestamp("started")) + " "
							+ instant(row.getTimestamp("due")) + " " + row.getString("state")).list();
		}

		/** Element and due instant of every timer of the bundle's procedures. */
		Map<String, Instant> timers() {
			Map<String, Instant> timers = new TreeMap<>();
			db.sql("""
					select j.handler_cfg_, j.duedate_ from act_ru_job j join act_ru_execution r on r.id_ = j.process_instance_id_
					where r.business_key_ = ? and j.process_def_key_ like ?""").params(subject, bundle + "%")
					.query(row -> { timers.put(row.getString(1), instant(row.getTimestamp(2))); });
			return timers;
		}

		/** Messages that the bundle's procedures wait for. */
		List<String> messages() {
			return db.sql("""
					select s.event_name_ from act_ru_event_subscr s join act_ru_execution r on r.id_ = s.proc_inst_id_
					join act_re_procdef d on d.id_ = r.proc_def_id_ where r.business_key_ = ? and d.key_ like ? order by s.event_name_""")
					.params(subject, bundle + "%").query(String.class).list();
		}

		Instant due(String code) {
			return clocks.ofSubject(subject).stream().filter(running -> running.code().equals(code)).findFirst().orElseThrow().due();
		}

		List<String> notes() {
			return timeline.of(id).stream().filter(entry -> "procedure-moved".equals(entry.text("note"))).map(entry -> String.valueOf(entry.payload().get("details"))).toList();
		}

		List<String> postsOf(String element) {
			return worklist.groups(task(element).taskId());
		}
	}

	private static Instant instant(java.sql.Timestamp at) {
		return at.toInstant();
	}

	List<Waiting> matters(int count) {
		List<Waiting> matters = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			matters.add(new Waiting());
		}
		return matters;
	}

	long drawn(String title, Sketch drawing) {
		var draft = drafts.begin(bundle, title, designer);
		drafts.save(draft, 0, bundle + "/" + bundle + ".bpmn", drawing.xml().getBytes(StandardCharsets.UTF_8), designer);
		return draft;
	}

	void approved(long draft) {
		approval.submit(draft, drafts.of(draft).revision(), "要改", designer);
		approval.approve(draft, drafts.of(draft).revision(), "同意", approver);
		studio.tried(draft);
	}

	int published(long draft) {
		approved(draft);
		return release.publish(draft, approver);
	}

	/** Moves all that are behind, as the background does. */
	long moved() {
		long run = moves.begin(bundle, approver);
		mover.run();
		return run;
	}
}
