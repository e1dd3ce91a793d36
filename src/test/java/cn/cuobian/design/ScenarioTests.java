package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import cn.cuobian.OwnHouse;
import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.design.walk.Order;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** A walk is played on the real engine with its own time, kept as a scenario, and played again on later drafts. */
@OwnHouse
class ScenarioTests {

	private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

	@Autowired
	Drafts drafts;
	@Autowired
	DryRuns runs;
	@Autowired
	Scenarios scenarios;
	@Autowired
	ScenarioHurdle hurdle;
	@Autowired
	Replays replays;
	@Autowired
	Twins twins;
	@Autowired
	Bundles bundles;
	@Autowired
	Studio studio;

	private Viewer designer;

	@BeforeEach
	void designer() {
		designer = studio.designer();
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
	}

	@AfterEach
	void forgetReader() {
		LocaleContextHolder.resetLocaleContext();
	}

	private String limitsOf(long draft) {
		return new String(drafts.content(draft, Paths.LIMITS), StandardCharsets.UTF_8);
	}

	@Test
	void aWalkIsKeptAndReplayedAndSaysAtWhichStepALaterDraftDiffers() {
		long draft = drafts.begin("escalation", "议事厅改快", designer);
		DryRun run = runs.begin(draft, "drainage", "lingxiu", MONDAY, designer);
		assertThat(run.picture().open()).singleElement().satisfies(task -> assertThat(task.element()).isEqualTo("user_deliberate_at_hall"));
		run.jump(Order.TO_RUNG);
		assertThat(run.picture().rungs()).extracting(rung -> rung.rung()).containsExactly("50%");
		assertThat(run.mails()).extracting(mail -> mail.to()).contains("hall-secretary@twin.invalid", "resident@twin.invalid");
		assertThat(run.form(run.picture().open().get(0).id())).contains("components");
		run.jump(Order.TO_DEADLINE);
		assertThat(run.picture().open()).singleElement().satisfies(task -> assertThat(task.element()).isEqualTo("user_hold_joint_meeting"));
		assertThatThrownBy(() -> run.complete(run.picture().open().get(0).id(), Map.of())).isInstanceOf(DryRun.WrongAnswers.class);
		long scenario = scenarios.keep(draft, "议事厅到期上提", run.recording(), run.revision(), designer);
		runs.end(draft, designer);
		assertThat(scenarios.visited(drafts.of(draft))).contains("ladder:timer_hall_due", "ladder:user_hold_joint_meeting").doesNotContain("ladder:user_assign_departments");

		assertThat(scenarios.replayAll(draft)).filteredOn(replay -> replay.scenario() == scenario).singleElement().satisfies(replay -> assertThat(replay.passed()).as(replay.words()).isTrue());
		assertThat(against(draft)).isEmpty();

		drafts.save(draft, 0, Paths.LIMITS, fasterHall(limitsOf(draft)), designer);
		assertThat(against(draft)).singleElement().asString().contains("还没有重放");
		assertThat(scenarios.replayAll(draft)).filteredOn(replay -> replay.scenario() == scenario).singleElement().satisfies(replay -> {
			assertThat(replay.passed()).isFalse();
			assertThat(replay.words()).startsWith("第 0 步“开始”").contains("2026-03-16 24:00").contains("LADDER.HALL");
		});
		assertThat(against(draft)).singleElement().asString().contains("走得和以前不一样").contains("第 0 步");
		assertThatThrownBy(() -> scenarios.accept(scenario, draft, " ", designer)).isInstanceOf(Refusal.class);
		scenarios.accept(scenario, draft, "议事厅说两周太久", designer);
		assertThat(against(draft)).isEmpty();
		assertThat(scenarios.replayAll(draft)).filteredOn(replay -> replay.scenario() == scenario).singleElement().satisfies(replay -> assertThat(replay.passed()).as(replay.words()).isTrue());
		scenarios.drop(scenario, draft);
	}

	/** What this walk has against the draft: others may have left walks of their own. */
	private List<String> against(long draft) {
		return hurdle.against(drafts.of(draft)).stream().filter(sentence -> sentence.contains("议事厅到期上提")).toList();
	}

	/** The first row of the hall's limit, halved. */
	private static byte[] fasterHall(String limits) {
		int row = limits.indexOf("\"LADDER.HALL\"");
		String after = limits.substring(row).replaceFirst("<text>(10)</text>", "<text>5</text>");
		assertThat(after).isNotEqualTo(limits.substring(row));
		return (limits.substring(0, row) + after).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aWalkEndsAfterAWhileInWhichNothingIsDone() {
		long draft = drafts.begin("escalation", "看一眼", designer);
		runs.begin(draft, "drainage", "lingxiu", MONDAY, designer);
		runs.endIdle(Long.MAX_VALUE);
		assertThat(runs.find(draft, designer)).isPresent();
		runs.endIdle(0);
		assertThat(runs.find(draft, designer)).isEmpty();
		assertThatThrownBy(() -> runs.of(draft, designer)).isInstanceOf(Refusal.class);
	}

	@Test
	void aScenarioOfThirtyStepsIsReplayedWithLittleWorkOnAWarmTwin() {
		List<ModelFile> house = new ArrayList<>(Candidates.with(house(), thirtySteps()));
		house.add(ModelFile.of(Candidates.ROOM, "try-task.form", "{\"id\":\"try-task\",\"type\":\"default\",\"components\":["
				+ "{\"type\":\"textarea\",\"key\":\"words\",\"label\":\"情况\",\"validate\":{\"required\":true}},{\"type\":\"checkbox\",\"key\":\"solved\",\"label\":\"解决\"}]}"));
		var drawings = new Drawings(house);
		try (Twin twin = twins.take(house)) {
			var walk = DryRun.begin(twin, 0, drawings, starts -> new Start("tried", "lingxiu", null, null, null, null), MONDAY);
			for (int step = 0; step < 30; step++) {
				walk.complete(walk.picture().open().get(0).id(), Map.of("words", "谈过了", "solved", true));
			}
			assertThat(walk.picture().over()).isTrue();
			var outcome = replays.replay(twin, walk.recording(), drawings);
			assertThat(outcome.difference()).isEmpty();
			assertThat(outcome.walked().steps()).hasSize(30);
			long work = Long.MAX_VALUE;
			long millis = Long.MAX_VALUE;
			for (int time = 0; time < 4; time++) {
				long before = workOfTwins();
				millis = Math.min(millis, replays.replay(twin, walk.recording(), drawings).millis());
				work = Math.min(work, workOfTwins() - before);
			}
			System.out.printf("replay of 30 steps: %d ms, %d ms of one processor, each at best%n", millis, work);
			assertThat(work).as("work of one replay in ms, whatever else this machine does").isLessThan(3_000);
		}
	}

	private static long workOfTwins() {
		return ProcessHandle.current().descendants().mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()).sum();
	}

	private List<ModelFile> house() {
		return bundles.currentHouse().stream().filter(file -> !file.room().startsWith("sketch")).toList();
	}

	private static String thirtySteps() {
		String tasks = IntStream.range(0, 30).mapToObj(i -> """
				<userTask id="step_%d" name="第%d步" camunda:formRef="try-task" camunda:formRefBinding="deployment" camunda:candidateGroups="${posts.at('hall-secretary', place)}">
				  <extensionElements><camunda:properties><camunda:property name="clock" value="LADDER.HALL" /></camunda:properties></extensionElements>
				</userTask>""".formatted(i, i)).collect(Collectors.joining("\n"));
		String flows = IntStream.range(1, 30).mapToObj(i -> "<sequenceFlow id=\"flow_%d\" sourceRef=\"step_%d\" targetRef=\"step_%d\" />".formatted(i, i - 1, i))
				.collect(Collectors.joining("\n"));
		return tasks + flows + "<sequenceFlow id=\"flow_0\" sourceRef=\"start\" targetRef=\"step_0\" /><sequenceFlow id=\"flow_end\" sourceRef=\"step_29\" targetRef=\"end\" />";
	}
}
