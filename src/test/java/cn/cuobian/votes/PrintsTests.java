package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.paper.Press;

/** The papers of a vote, read back from their PDF without white space. */
class PrintsTests extends VotesInTheHouse {

	@Autowired
	Prints prints;
	@Autowired
	Press press;
	@Autowired
	Counting counting;
	@Autowired
	Archives archives;

	@BeforeEach
	void aFontWasBuilt() {
		assumeTrue(press.ready(), "Built with -Dfrontend.skip");
	}

	private String printed(Printable kind, long vote) {
		return text(prints.print(kind, votes.of(vote)));
	}

	private static String text(byte[] pdf) {
		return text(pdf, 0);
	}

	/** @param page the first is 1; 0 for all */
	private static String text(byte[] pdf, int page) {
		try (var document = Loader.loadPDF(pdf)) {
			var stripper = new PDFTextStripper();
			if (page > 0) {
				stripper.setStartPage(page);
				stripper.setEndPage(page);
			}
			return Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFKC).replaceAll("\\s", "");
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String bare(Instant at) {
		return VoteTime.text(at).replace(" ", "");
	}

	private static int pages(byte[] pdf) {
		try (var document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void theNoticeSaysWhatTheLawWantsAnnounced() {
		var roll = roll(10);
		long vote = votes.prepare(plan(roll), officer);
		assertRefused("votes.evidence.not-announced", () -> printed(Printable.NOTICE, vote));
		votes.announce(vote, officer);
		var facts = votes.of(vote);
		assertThat(printed(Printable.NOTICE, vote)).contains("关于召开业主大会会议的公告", "第1项", "选举业委会委员", "陈一", "吴五", bare(facts.opens()),
				bare(facts.closes()), "三分之二以上", "可以延长投票时间", "最多代理2", "表决人10人", "1000.00", archives.publicKey());
		assertThat(printed(Printable.NOTICE, vote)).contains(application.getBean(Rolls.class).of(roll.id()).fingerprint());
		assertThat(printed(Printable.PROXY, vote)).contains("授权委托书", "使用维修资金修电梯", "最多代理2个表决人");
		assertThat(printed(Printable.TALLY, vote)).contains("唱票记录表", "3号黄三", "反对");
		assertRefused("votes.evidence.not-closed", () -> printed(Printable.CLOSE, vote));
	}

	@Test
	void everyBallotIsAPageWithItsSerialAndItsCode() {
		var roll = roll(3);
		long vote = openWithCodes(plan(roll));
		votes.withdraw(vote, 1, 2, "本人申请");
		var sheets = codes.print(vote, 0, 10, officer);
		byte[] pdf = prints.ballots(votes.of(vote), sheets);
		assertThat(pages(pdf)).isEqualTo(3);
		String text = text(pdf);
		sheets.forEach(sheet -> assertThat(text).contains("编号" + sheet.serial(), sheet.code(), sheet.units().get(0)));
		assertThat(text).contains("2号林二已退出", "□同意", "面积100.00");
	}

	@Test
	void aSecretBallotHasAStubToTearOffAndBelowItNothingThatNamesAHousehold() {
		var roll = new SomeRolls(db).frozen(here.compound(), 100_00, 100_00, 89_50);
		long vote = openWithCodes(secret(plan(roll)));
		var sheets = codes.print(vote, 0, 3, officer);
		var pdf = prints.ballots(votes.of(vote), sheets);
		assertThat(pages(pdf)).isEqualTo(3);
		for (int i = 0; i < sheets.size(); i++) {
			var halves = text(pdf, i + 1).split("沿虚线撕开");
			assertThat(halves).hasSize(2);
			var area = "面积" + SquareMetres.text(sheets.get(i).head().area());
			assertThat(halves[0]).contains(sheets.get(i).serial(), sheets.get(i).code(), "请勿在票上签名").doesNotContain(area);
			assertThat(halves[0].contains("只有您这一户")).isEqualTo(i == 2);
			assertThat(halves[1]).contains("表决票", "陈一", "□同意", area).doesNotContain(sheets.get(i).serial(), sheets.get(i).code(),
					sheets.get(i).units().get(0), "签名：");
		}
	}

	@Test
	void afterTheCountTheResultShowsTheArithmeticOfEachGate() {
		var roll = roll(10);
		long vote = openWithCodes(plan(roll));
		for (int i = 0; i < 7; i++) {
			online(vote, roll.heads().get(i), i < 4 ? "1=1,2,3;2=yes" : "1=4;2=no");
		}
		close(vote);
		assertThat(printed(Printable.CLOSE, vote)).contains("封箱证明", "其中网上7", "面积700.00", votes.of(vote).headHash().substring(0, 20));
		assertRefused("votes.evidence.not-counted", () -> printed(Printable.RESULT, vote));
		counting.reconcile(vote, new HandCount(10, 0, 1, 9, "", "王监票、李监票"), officer);
		assertThat(printed(Printable.RECONCILIATION, vote)).contains("票数核对表", "投票码(系统)1070307", "纸质票(人工清点)1001900", "王监票、李监票");
		counting.count(vote, officer);
		assertThat(printed(Printable.RESULT, vote)).contains("3×700.00=2100.00≥2×1000.00=2000.00", "3×7=21≥2×10=20",
				"2×4=8>7", "2×3=6≤7", "未当选", "当选:陈一、林二、黄三", "结果:通过");
		assertThat(printed(Printable.MINUTES, vote)).contains("业主大会会议记录", "监票人:王监票、李监票", "当选:陈一、林二、黄三");
	}

	@Test
	void longNamesAndManyUnitsStayOnThePaper() {
		var names = List.of("欧阳上官司马诸葛·阿卜杜热合曼·买买提明江（3幢2单元501室业主代表）", "甲<b>乙", "丙&丁", "戊");
		var plan = plan(roll(2));
		long vote = announced(new NewVote(plan.rollId(), "题".repeat(100), plan.origin(), plan.openness(), false, false, plan.receipt(), 0, plan.tie(),
				plan.opens(), plan.closes(), false, List.of(new NewVote.NewQuestion(3, "字".repeat(500), 2, 1, 2, names))));
		assertThat(printed(Printable.NOTICE, vote)).contains("甲<b>乙", "丙&丁", "不接受委托", "投票时间不延长");
	}
}
