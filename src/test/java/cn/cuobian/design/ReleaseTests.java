package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.CuobianTest;
import cn.cuobian.design.BundleVersion.Origin;
import cn.cuobian.engine.Decisions;
import cn.cuobian.engine.Models;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Publishing is one transaction; of two at once one wins; what the program brings along never overwrites it. */
@CuobianTest
class ReleaseTests {

	private static final AtomicInteger LAST = new AtomicInteger();

	@Autowired
	Drafts drafts;
	@Autowired
	Bundles bundles;
	@Autowired
	Approval approval;
	@Autowired
	Release release;
	@Autowired
	Models models;
	@Autowired
	Decisions decisions;
	@Autowired
	Studio studio;
	@Autowired
	TransactionOperations transactions;

	private String bundle;
	private Viewer designer;
	private Viewer approver;

	@BeforeEach
	void bundle() {
		bundle = studio.bundle();
		designer = studio.designer();
		approver = studio.approver();
	}

	@Test
	void whatIsPublishedIsInForceInTheEngineAndOnRecord() {
		var draft = studio.approved(bundle, "现场情况", designer, approver);

		assertThat(release.publish(draft, approver)).isEqualTo(2);

		assertThat(models.form(bundle, "try-task")).hasValueSatisfying(form -> assertThat(form).contains("现场情况"));
		assertThat(bundles.current(bundle)).satisfies(version -> {
			assertThat(version.version()).isEqualTo(2);
			assertThat(version.origin()).isEqualTo(Origin.STUDIO);
			assertThat(version.author()).isEqualTo(designer.personId());
			assertThat(version.approver()).isEqualTo(approver.personId());
			assertThat(version.reason()).isEqualTo("楼栋长看不懂原来的说法");
			assertThat(version.draft()).isEqualTo(draft);
			assertThat(version.deployment()).isNotBlank();
		});
		assertThat(bundles.files(bundle, 2)).hasSize(2);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.PUBLISHED);
		Refused.by(409, "design.draft-not-approved", () -> release.publish(draft, approver));
	}

	@Test
	void nothingIsLeftOfAPublishingThatFails() {
		var draft = studio.approved(bundle, "现场情况", designer, approver);
		transactions.executeWithoutResult(failing -> {
			release.publish(draft, approver);
			failing.setRollbackOnly();
		});
		assertThat(models.latest()).noneMatch(model -> model.key().equals(bundle));
		assertThat(bundles.versions(bundle)).hasSize(1);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.APPROVED);
		assertThat(release.publish(draft, approver)).isEqualTo(2);
	}

	@Test
	void whoHadAHandInItDoesNotPublishAndNobodyPublishesWhatIsNotApproved() {
		var draft = studio.submitted(bundle, "现场", studio.administrator());
		Refused.by(409, "design.draft-not-approved", () -> release.publish(draft, approver));
		Refused.by(403, "design.draft-not-an-approver", () -> release.publish(draft, designer));
		var own = studio.administrator();
		var approved = studio.approved(bundle, "现场", own, approver);
		Refused.by(403, "design.draft-own", () -> release.publish(approved, own));
		Refused.by(404, "refusals.not-found", () -> release.publish(-1, approver));
	}

	@Test
	void aDraftOnAnOlderVersionIsNotPublished() {
		var first = studio.approved(bundle, "先发布的", designer, approver);
		var second = studio.approved(bundle, "后发布的", designer, approver);
		release.publish(first, approver);
		Refused.by(422, "design.draft-hurdles", () -> release.publish(second, approver));
		assertThat(models.form(bundle, "try-task").orElseThrow()).contains("先发布的");
		assertThat(drafts.of(second).state()).isEqualTo(DraftState.APPROVED);
	}

	@Test
	void ofTwoWhoPublishAtOnceOneWins() throws Exception {
		var one = studio.approved(bundle, "甲方", designer, approver);
		var other = studio.approved(bundle, "乙方", designer, approver);
		var results = together(() -> release.publish(one, approver), () -> release.publish(other, approver));
		assertThat(results).filteredOn(Integer.class::isInstance).containsExactly(2);
		assertThat(results).filteredOn(Refusal.class::isInstance).hasSize(1);
		assertThat(bundles.versions(bundle)).extracting(BundleVersion::version).containsExactly(2, 1);
	}

	@Test
	void ofTwoWhoPublishOneDraftAtOnceOneWins() throws Exception {
		var draft = studio.approved(bundle, "甲方", designer, approver);
		var results = together(() -> release.publish(draft, approver), () -> release.publish(draft, approver));
		assertThat(results).filteredOn(Integer.class::isInstance).containsExactly(2);
		assertThat(results).filteredOn(Refusal.class::isInstance).hasSize(1);
	}

	@Test
	void ofTwoWhoSaveOneFileAtOnceOneWins() throws Exception {
		var draft = drafts.begin(bundle, "两个人同时改", designer);
		var other = studio.designer();
		var form = Studio.form(bundle);
		var one = studio.changed(draft, form, "情况", "甲方");
		var another = studio.changed(draft, form, "情况", "乙方");
		var results = together(() -> drafts.save(draft, 0, form, one, designer), () -> drafts.save(draft, 0, form, another, other));
		assertThat(results).filteredOn(Integer.class::isInstance).containsExactly(1);
		assertThat(results).filteredOn(Refusal.class::isInstance).extracting(refused -> ((Refusal) refused).rule())
				.containsExactly("design.draft-saved-meanwhile");
		assertThat(drafts.of(draft).revision()).isOne();
	}

	@Test
	void changedTimeLimitsArePublishedWithTheBundle() {
		var code = "SKETCH." + LAST.incrementAndGet();
		var clocks = bundles.current(Paths.CLOCKS).version();
		var draft = drafts.begin(bundle, "添一个时限", designer);
		drafts.save(draft, 0, Paths.LIMITS, withRow(studio.text(draft, Paths.LIMITS), code), designer);
		approval.submit(draft, 1, "新的一步要有时限", designer);
		approval.approve(draft, 1, "", approver);
		studio.tried(draft);
		release.publish(draft, approver);

		assertThat(decisions.decideAll("time-limits", Map.of("code", code, "path", "/"))).hasSize(1);
		assertThat(bundles.current(Paths.CLOCKS)).satisfies(version -> {
			assertThat(version.version()).isEqualTo(clocks + 1);
			assertThat(version.draft()).isEqualTo(draft);
		});
	}

	/** One row more, which nobody asks for. */
	static byte[] withRow(String table, String code) {
		var from = table.indexOf("<rule id=\"rule_ladder_building\">");
		var row = table.substring(from, table.indexOf("</rule>", from) + "</rule>".length());
		return table.replace(row, row + row.replace("ladder_building", code.toLowerCase().replace('.', '_')).replace("LADDER.BUILDING", code))
				.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void whatTheProgramBringsAlongLaterIsOfferedAndNotInForce() {
		release.publish(studio.approved(bundle, "现场情况", designer, approver), approver);
		studio.ships(bundle, "（程序新版）");

		assertThat(bundles.of(bundle)).satisfies(now -> {
			assertThat(now.current().version()).isEqualTo(2);
			assertThat(now.offered().version()).isEqualTo(3);
		});
		studio.ships(bundle, "（程序新版）");
		assertThat(bundles.versions(bundle)).hasSize(3);
	}

	@Test
	void twoNodesThatStartAtOnceRecordOneVersion() throws Exception {
		var results = together(() -> { studio.ships(bundle, "同时"); return 0; }, () -> { studio.ships(bundle, "同时"); return 0; });
		assertThat(results).containsExactly(0, 0);
		assertThat(bundles.versions(bundle)).hasSize(2);
		assertThat(bundles.of(bundle)).satisfies(now -> {
			assertThat(now.current().version()).isEqualTo(2);
			assertThat(now.offered()).isNull();
		});
	}

	/** What each of two comes to, who begin at the same moment: its result or its refusal. */
	static List<Object> together(Callable<?> one, Callable<?> other) throws Exception {
		var start = new CyclicBarrier(2);
		var two = Executors.newFixedThreadPool(2);
		try {
			var running = List.of(one, other).stream().map(call -> two.submit(() -> outcome(start, call))).toList();
			return List.of(running.get(0).get(), running.get(1).get());
		} finally {
			two.shutdown();
		}
	}

	private static Object outcome(CyclicBarrier start, Callable<?> call) throws Exception {
		start.await();
		try {
			return call.call();
		} catch (Refusal refusal) {
			return refusal;
		}
	}
}
