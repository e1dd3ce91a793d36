package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.OwnHouse;
import cn.cuobian.design.Rehearsal.Line;
import cn.cuobian.design.Rehearsal.Ticking;

/** Before matters are moved, each is set up in a twin as it stands, and moved there. */
@OwnHouse
@Timeout(600)
class RehearsalTests extends MovingMatters {

	@Autowired
	Rehearsals rehearsals;
	@Autowired
	MockMvc web;

	private Map<String, Line> rehearsed() {
		var rehearsal = new Rehearsal(bundles.current(bundle).version(), moves.behind(bundle));
		rehearsals.run(bundle, rehearsal, Locale.CHINESE);
		assertThat(rehearsal.failure()).isNull();
		assertThat(rehearsal.isOver()).isTrue();
		return rehearsal.lines(0, 2_000).stream().collect(Collectors.toMap(Line::subject, line -> line));
	}

	private Line line(Map<String, Line> lines, Waiting matter) {
		return lines.get(matter.subject);
	}

	@Test
	void theLineOfEachSaysWhereItComesToAndUntilWhenItsClocksRun() {
		var early = new Waiting();
		clock.travel(Duration.ofDays(1));
		var late = new Waiting();
		var asked = new Waiting().done("user_look", RAISE, steward);
		var waiting = new Waiting().done("user_look", DONE, steward).done("user_settle", DONE, secretary);
		published(drawn("加一步", second()));

		var lines = rehearsed();

		assertThat(lines).hasSize(4).allSatisfy((subject, line) -> assertThat(line.why()).isNull());
		assertThat(line(lines, early).lands()).containsExactly("看一看（上门）");
		assertThat(line(lines, early).clocks()).containsExactly(new Ticking("CLOSE.VERIFY", ClockText.moment(early.due("CLOSE.VERIFY")), "goes-on"));
		assertThat(line(lines, late).clocks()).containsExactly(new Ticking("CLOSE.VERIFY", ClockText.moment(late.due("CLOSE.VERIFY")), "goes-on"));
		assertThat(line(lines, early).clocks()).isNotEqualTo(line(lines, late).clocks());
		assertThat(line(lines, asked).lands()).containsExactlyInAnyOrder("请别人办", "别人办");
		assertThat(line(lines, asked).clocks()).extracting(Ticking::code, Ticking::state).containsExactly(tuple("CLOSE.FEEDBACK", "goes-on"));
		assertThat(line(lines, waiting).lands()).containsExactly("等居民评价");
		assertThat(line(lines, waiting).clocks()).containsExactly(new Ticking("CLOSE.RATE", ClockText.moment(waiting.due("CLOSE.RATE")), "goes-on"));
		assertThat(moving.standing(early.subject, bundle)).singleElement().satisfies(at -> assertThat(at.version()).as("the real one").isOne());
	}

	@Test
	void thePageSaysHowFarItIsAndTheLineOfEach() throws Exception {
		var matter = new Waiting();
		published(drawn("加一步", second()));
		rehearsals.begin(bundle, approver);
		Refused.by(409, "design.move-rehearsing", () -> rehearsals.begin(bundle, approver));
		assertThat(page()).contains("正在预演", "hx-trigger");
		var rehearsal = rehearsals.of(bundle).orElseThrow();
		for (int waited = 0; !rehearsal.isOver() && waited < 2_400; waited++) {
			Thread.sleep(50);
		}
		assertThat(page()).contains("预演完了", "1 件能换过去，0 件换不过去", "看一看（上门）", "接着算", "CLOSE.VERIFY").doesNotContain("hx-trigger=\"load")
				.contains(db.sql("select number from matter where id = ?").param(matter.id).query(String.class).single());
	}

	private String page() throws Exception {
		var response = web.perform(get("/design/" + bundle + "/rehearsal").with(as(studio.person("model-approver")))).andReturn().getResponse();
		response.setCharacterEncoding("UTF-8");
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString();
	}

	@Test
	void whereTheyWereSentIsWhereTheyComeToAndWhoStaysIsNamed() {
		var looking = new Waiting();
		var asked = new Waiting().done("user_look", RAISE, steward);
		var draft = drawn("不看了", withoutLooking());
		placements.say(draft, Map.of(bundle + ":user_look", "user_settle", bundle + ":call_part", Placements.STAY), designer);
		published(draft);

		var lines = rehearsed();

		assertThat(line(lines, looking).lands()).containsExactly("办一办");
		assertThat(line(lines, looking).clocks()).extracting(Ticking::code, Ticking::state).containsExactlyInAnyOrder(
				tuple("CLOSE.CARRYOUT", "begins"), tuple("CLOSE.VERIFY", "stops"));
		assertThat(line(lines, asked).moves()).isFalse();
		assertThat(line(lines, asked).why()).contains("请别人办");
	}

	/** A thousand take a minute at most; here fewer are made, unless somebody wants to know. */
	@Test
	void manyTakeLittleTime() {
		int count = Integer.getInteger("cuobian.test.matters", 20);
		matters(count).stream().limit(count / 2).forEach(matter -> matter.done("user_look", DONE, steward));
		published(drawn("加一步", second()));
		long began = System.nanoTime();
		var lines = rehearsed();
		long millis = (System.nanoTime() - began) / 1_000_000;
		System.out.println("rehearsal of " + count + " matters: " + millis + " ms");
		assertThat(lines).hasSize(count).allSatisfy((subject, line) -> assertThat(line.moves()).isTrue());
		assertThat(millis).isLessThan(60_000);
	}
}
