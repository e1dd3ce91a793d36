package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import cn.cuobian.vault.SecretCode;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** How an owner votes with his code, without scripts. */
class OwnerVotePagesTests extends VotesInTheHouse {

	private SomeRoll roll;
	private long vote;

	private String code(NewVote plan) {
		vote = openWithCodes(plan);
		return compact(0);
	}

	private String compact(int afterHead) {
		return codes.print(vote, afterHead, 1, officer).get(0).code().replace("-", "");
	}

	private static String page(ResultActions result) throws Exception {
		var page = result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(page).doesNotContain("??");
		return page;
	}

	private SomeRoll rollOfThree() {
		roll = roll(3);
		return roll;
	}

	@Test
	void theCodeOpensTheBallotAndNobodyKeepsThePage() throws Exception {
		var code = code(plan(rollOfThree()));
		web.perform(post("/vote").param("code", code.toLowerCase()).with(csrf())).andExpect(redirectedUrl("/vote/" + code));
		var ballot = page(web.perform(get("/vote/" + code)).andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store"))
				.andExpect(header().string("Referrer-Policy", "no-referrer")));
		assertThat(ballot).contains("1幢0001", "100.00", "1. 陈一", "使用维修资金修电梯", "实名投票").doesNotContain("无记名");
		assertThat(page(web.perform(get("/vote/" + code + "?lang=en")))).contains("Next: look it over", "real name");
	}

	@Test
	void itIsLookedOverThenCastThenSaidPlainlyWithTheReceipt() throws Exception {
		var code = code(plan(rollOfThree()));
		var review = page(web.perform(post("/vote/" + code + "/review").param("q1", "1", "3").param("q2", "yes").with(csrf())).andExpect(status().isOk()));
		assertThat(review).contains("还没有投出", "1. 陈一", "3. 黄三", "同意").doesNotContain("林二");
		assertThat(count("cast_mark where vote_id = ?", vote)).isZero();
		assertThat(page(web.perform(post("/vote/" + code + "/change").param("q1", "1", "3").param("q2", "yes").with(csrf()))))
				.containsPattern("value=\"3\"[^>]*checked").doesNotContainPattern("value=\"2\"[^>]*checked");
		web.perform(post("/vote/" + code).param("q1", "1", "3").param("q2", "yes").with(csrf())).andExpect(redirectedUrl("/vote/" + code));
		var done = page(web.perform(get("/vote/" + code)));
		assertThat(done).contains("您的票已投入票箱", BoxEntry.receipt(boxRows.ballotHashes(vote).get(0))).doesNotContain("陈一").doesNotContain("<form method=\"post\" action=\"/vote/");
	}

	@Test
	void aSecondCastSaysWhenAndHowTheFirstCameIn() throws Exception {
		var code = code(plan(rollOfThree()));
		web.perform(post("/vote/" + code).param("q1", "1").with(csrf())).andExpect(status().is3xxRedirection());
		var second = page(web.perform(post("/vote/" + code).param("q1", "2").with(csrf())).andExpect(status().isConflict()));
		assertThat(second).contains("已于 20", "在网上投过票", "这一次没有计入");
		page(web.perform(post("/vote/" + code + "/review").param("q1", "2").with(csrf())).andExpect(status().isConflict()));
		assertThat(votes.of(vote).seq()).isEqualTo(2);
	}

	@Test
	void tooManyNamesComeBackWithTheSentenceAndTheTicks() throws Exception {
		var code = code(plan(rollOfThree()));
		for (var step : java.util.List.of("/review", "")) {
			var page = page(web.perform(post("/vote/" + code + step).param("q1", "1", "2", "3", "4").with(csrf())).andExpect(status().is(422)));
			assertThat(page).contains("最多只能选 3 人，您选了 4 人").containsPattern("value=\"4\"[^>]*checked");
		}
		page(web.perform(post("/vote/" + code).param("q1", "9").with(csrf())).andExpect(status().is(422)));
		page(web.perform(post("/vote/" + code).param("q2", "<script>").with(csrf())).andExpect(status().is(422)));
		page(web.perform(post("/vote/" + code).param("q2", "1").with(csrf())).andExpect(status().is(422)));
		assertThat(count("cast_mark where vote_id = ?", vote)).isZero();
	}

	@Test
	void aForgedACrookedAndAReplacedCodeGetASentence() throws Exception {
		var code = code(plan(rollOfThree()));
		assertThat(page(web.perform(get("/vote/" + SecretCode.issue().compact())).andExpect(status().isNotFound()))).contains("没有这个投票码");
		assertThat(page(web.perform(get("/vote/nonsense")).andExpect(status().isNotFound()))).contains("没有这个投票码");
		assertThat(page(web.perform(post("/vote").param("code", "nonsense").with(csrf())).andExpect(status().isNotFound()))).contains("没有这个投票码");
		codes.reissue(vote, "K-000001", "丢了", officer);
		assertThat(page(web.perform(get("/vote/" + code)).andExpect(status().isGone()))).contains("K-000001", "已经作废");
		page(web.perform(post("/vote/" + code).param("q1", "1").with(csrf())).andExpect(status().isGone()));
	}

	@Test
	void beforeTheBeginningAndAfterTheEndThereIsNoForm() throws Exception {
		var plan = plan(rollOfThree());
		vote = announced(plan);
		codes.issue(vote, officer);
		var code = compact(0);
		assertThat(page(web.perform(get("/vote/" + code)))).contains("投票 20", "请到时候再来").doesNotContain("name=\"q1\"");
		assertThat(page(web.perform(post("/vote/" + code).param("q1", "1").with(csrf())).andExpect(status().is(422)))).contains("才开始");
		clock.setTo(plan.opens());
		votes.open(vote);
		close(vote);
		assertThat(page(web.perform(get("/vote/" + code)))).contains("投票已经结束").doesNotContain("name=\"q1\"");
		assertThat(page(web.perform(post("/vote/" + code).param("q1", "1").with(csrf())).andExpect(status().is(422)))).contains("已经截止");
	}

	@Test
	void whoGuessesTooMuchIsToldToWait() throws Exception {
		var code = code(plan(rollOfThree()));
		for (int i = 0; i < 30; i++) {
			web.perform(get("/vote/" + SecretCode.issue().compact()).with(from("2001:db8:46:1::" + i))).andExpect(status().isNotFound());
		}
		assertThat(page(web.perform(get("/vote/" + code).with(from("2001:db8:46:1::ffff"))).andExpect(status().isTooManyRequests()))).contains("输错投票码");
		web.perform(get("/vote/" + code).with(from("2001:db8:46:2::1"))).andExpect(status().isOk());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

	@Test
	void aSecretBallotSaysWhatAnAdministratorOfTheDatabaseCouldSee() throws Exception {
		var code = code(secret(plan(rollOfThree())));
		assertThat(page(web.perform(get("/vote/" + code)))).contains("无记名投票", "数据库文件", "面积也能认出");
	}

	@Test
	void theReceiptShowsTheVoteOnlyByTheRulesAndOnlyAfterTheClose() throws Exception {
		var plan = plan(rollOfThree());
		var code = code(new NewVote(plan.rollId(), plan.title(), plan.origin(), plan.openness(), false, false, ReceiptShows.SHOWS_VOTE, 0, plan.tie(),
				plan.opens(), plan.closes(), false, plan.questions()));
		web.perform(post("/vote/" + code).param("q1", "2").param("q2", "no").with(csrf()));
		assertThat(page(web.perform(get("/vote/" + code)))).doesNotContain("林二").doesNotContain("反对");
		close(vote);
		assertThat(page(web.perform(get("/vote/" + code)))).contains("您投的是", "2. 林二", "反对");
	}

	@Test
	void thePublicRecordOfTheBoxFindsAReceiptAndNamesNobody() throws Exception {
		code(plan(rollOfThree()));
		var receipt = online(vote, roll.heads().get(1), "1=2;2=yes").code();
		online(vote, roll.heads().get(2), "1=1;2=yes");
		application.getBean(BoxRounds.class).anchor();
		var page = page(web.perform(get("/vote/box/" + vote).param("receipt", receipt.toLowerCase())).andExpect(status().isOk()));
		assertThat(page).contains("在箱中。", votes.of(vote).headHash()).doesNotContain("1幢0002").doesNotContain("林二");
		assertThat(page(web.perform(get("/vote/box/" + vote).param("receipt", "A3F9-0000-1111-2222")))).contains("箱中没有这个回执");
		assertThat(page(web.perform(get("/vote/box/" + vote).param("receipt", "%")))).contains("箱中没有这个回执");
		var all = web.perform(get("/vote/box/" + vote + "/receipts.txt")).andReturn().getResponse().getContentAsString();
		assertThat(all.lines()).hasSize(2).isSorted().contains(receipt);
		long draft = votes.prepare(plan(rollOfThree()), officer);
		web.perform(get("/vote/box/" + draft)).andExpect(status().isNotFound());
	}
}
