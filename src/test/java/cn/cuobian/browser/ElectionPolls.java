package cn.cuobian.browser;

import static cn.cuobian.browser.ElectionCrew.submit;
import static cn.cuobian.browser.ElectionCrew.text;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;

import com.microsoft.playwright.Locator;

/** The days of the vote: ballots go out, come in on every way, are counted, and the result is shown. */
final class ElectionPolls {

	private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

	private final ElectionCrew crew;

	ElectionPolls(ElectionCrew crew) {
		this.crew = crew;
	}

	/** Two online, one on paper that two officers read, and most of the others. */
	void votes() {
		crew.election().untilVoteOpens();
		var box = "/votes/" + crew.election().vote();
		var page = crew.officer().goesTo(box).page();
		assertThat(page.locator("main .badge").first()).hasText("投票中");
		crew.officer().findsNothingWrong();
		submit(page, "给每户发选票");
		assertThat(page.locator("body")).containsText("新发了 553 张选票");
		var ballots = PrintedBallots.of(page);
		votesOnline(ballots.get(0).code());
		votesOnline(ballots.get(1).code());
		var serial = ballots.get(2).serial();
		readsPaper(crew.officer(), serial, "录了第一次");
		readsPaper(crew.colleague().signsIn("election2"), serial, "已投入票箱");
		crew.election().othersVote(400, 1, 2, 3, 4, 5);
		crew.officer().goesTo(box).findsNothingWrong();
		assertThat(page.locator("main")).containsText("403");
		crew.officer().goesTo(crew.cockpit()).findsNothingWrong();
		crew.owner().goesTo(crew.publicPage()).findsNothingWrong();
		assertThat(crew.owner().page().locator("#vote")).containsText("18:00");
	}

	private void votesOnline(String code) {
		var page = crew.owner().goesTo("/vote").page();
		crew.owner().findsNothingWrong();
		page.locator("#code").fill(code);
		submit(page, "打开选票");
		for (int name = 1; name <= 5; name++) {
			page.locator("input[name=q1][value='" + name + "']").check();
		}
		crew.owner().findsNothingWrong();
		submit(page, "下一步：核对");
		assertThat(page.locator("main")).containsText("还没有投出");
		crew.owner().findsNothingWrong();
		submit(page, "确认投票");
		assertThat(page.locator("main [role=status]")).containsText("您的票已投入票箱");
		crew.owner().findsNothingWrong();
	}

	private void readsPaper(Visitor clerk, String serial, String answer) {
		var page = clerk.goesTo("/votes/" + crew.election().vote() + "/paper").page();
		clerk.findsNothingWrong();
		page.locator("#serial").fill(serial);
		page.locator("input[name=q1][value='1']").check();
		page.locator("input[name=q1][value='6']").check();
		submit(page, "录入这一张");
		assertThat(page.locator("body")).containsText("编号 " + serial);
		assertThat(page.locator("body")).containsText(answer);
	}

	/** From the closing of the box to the public result. */
	void closesAndCounts() {
		crew.election().untilVoteEnds();
		crew.others().opens("scrutineer", "封箱").answers("监票人", "业主代表").writes("封箱记录", "三位监票人当场封箱。").sends();
		crew.colleague().goesTo("/votes/" + crew.election().vote() + "/evidence").findsNothingWrong();
		var page = crew.officer().goesTo("/votes/" + crew.election().vote() + "/evidence").page();
		crew.officer().findsNothingWrong();
		Map.of("issued", "1", "found", "1", "spoiled", "0", "unused", "0").forEach((field, count) -> page.locator("#" + field).fill(count));
		page.locator("#scrutineers").fill("谢淑芬、洪振泉");
		submit(page, "保存清点数");
		assertThat(page.locator("main")).containsText("已核对，可以计票");
		crew.others().opens("scrutineer", "核对选票").confirms("核对一致").answers("监票人", "业主代表").writes("过程记录", "发出与收回一致。").sends();
		crew.officer().goesTo("/votes/" + crew.election().vote() + "/evidence").findsNothingWrong();
		assertThat(page.locator("main")).containsText("计票已完成");
		crew.readsNotice("result", "选举结果公示", "24:00");
		assertThat(crew.body()).containsText("1. 陈明辉（1幢***）");
		assertThat(crew.body()).containsText("3. 庄**（3幢***）");
		assertThat(crew.body()).not().containsText("庄永玲");
		crew.owner().goesTo(crew.publicPage()).findsNothingWrong();
		assertThat(crew.owner().page().locator("#candidates").getByText("当选", EXACTLY)).hasCount(5);
		assertThat(crew.owner().page().locator("main")).not().containsText("庄永玲");
	}
}
