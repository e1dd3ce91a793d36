package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.design.Takeover.Side;
import cn.cuobian.people.Viewer;

/** A newer version is taken over file by file: untouched ones follow, for the others the designer chooses. */
@CuobianTest
class TakeoverTests {

	@Autowired
	Drafts drafts;
	@Autowired
	Bundles bundles;
	@Autowired
	Approval approval;
	@Autowired
	Release release;
	@Autowired
	Takeover takeover;
	@Autowired
	DraftFiles files;
	@Autowired
	Studio studio;

	private String bundle;
	private Viewer designer;
	private Viewer approver;

	@BeforeEach
	void bundle() {
		bundle = studio.bundle();
		designer = studio.designer();
		approver = studio.approver();
	}

	private void publish(String words) {
		release.publish(studio.approved(bundle, words, designer, approver), approver);
	}

	@Test
	void filesThatTheDraftLeftAloneFollow() {
		var draft = drafts.begin(bundle, "只改流程图", designer);
		drafts.save(draft, 0, Studio.model(bundle), studio.changed(draft, Studio.model(bundle), "先看看", "先到现场看看"), designer);
		publish("现场情况");

		assertThat(takeover.isOutdated(drafts.of(draft))).isTrue();
		var offer = takeover.offer(drafts.of(draft)).orElseThrow();
		assertThat(offer.version().version()).isEqualTo(2);
		assertThat(offer.follow()).containsExactly(Studio.form(bundle));
		assertThat(offer.both()).isEmpty();
		Refused.by(409, "design.draft-outdated", () -> approval.submit(draft, 1, "原因", designer));

		takeover.takeOver(draft, 1, Map.of(), designer);

		assertThat(studio.text(draft, Studio.form(bundle))).contains("现场情况");
		assertThat(studio.text(draft, Studio.model(bundle))).contains("先到现场看看");
		assertThat(drafts.of(draft).base()).isEqualTo(2);
		assertThat(files.changed(drafts.of(draft))).containsExactly(Studio.model(bundle));
		assertThat(takeover.isOutdated(drafts.of(draft))).isFalse();
		assertThat(takeover.offer(drafts.of(draft))).isEmpty();
		Refused.by(404, "refusals.not-found", () -> takeover.takeOver(draft, 2, Map.of(), designer));
	}

	@Test
	void forAFileChangedOnBothSidesTheDesignerChooses() {
		var mine = studio.draft(bundle, "我的写法", designer);
		var theirs = studio.draft(bundle, "我的另一种写法", designer);
		publish("别人的写法");

		assertThat(takeover.offer(drafts.of(mine)).orElseThrow().both()).containsExactly(Studio.form(bundle));
		Refused.by(422, "design.draft-choose", () -> takeover.takeOver(mine, 1, Map.of(), designer));
		assertThat(drafts.of(mine).base()).isOne();

		takeover.takeOver(mine, 1, Map.of(Studio.form(bundle), Side.MINE), designer);
		assertThat(studio.text(mine, Studio.form(bundle))).contains("我的写法");
		assertThat(files.changed(drafts.of(mine))).containsExactly(Studio.form(bundle));

		takeover.takeOver(theirs, 1, Map.of(Studio.form(bundle), Side.THEIRS), designer);
		assertThat(studio.text(theirs, Studio.form(bundle))).contains("别人的写法");
		assertThat(files.changed(drafts.of(theirs))).isEmpty();
	}

	@Test
	void whoeverSavesMeanwhileIsNotOverrun() {
		var draft = studio.draft(bundle, "我的写法", designer);
		publish("别人的写法");
		Refused.by(409, "design.draft-saved-meanwhile", () -> takeover.takeOver(draft, 0, Map.of(Studio.form(bundle), Side.THEIRS), designer));
		Refused.by(403, "design.draft-not-a-designer", () -> takeover.takeOver(draft, 1, Map.of(), approver));
	}

	@Test
	void aVersionOfTheProgramIsTakenOverOnTopOfWhatWasPublished() {
		publish("现场情况");
		studio.ships(bundle, "（程序新版）");
		var draft = drafts.begin(bundle, "接过程序的新版本", designer);
		assertThat(takeover.isOutdated(drafts.of(draft))).isFalse();
		var offer = takeover.offer(drafts.of(draft)).orElseThrow();
		assertThat(offer.version().isShipped()).isTrue();
		assertThat(offer.both()).containsExactly(Studio.form(bundle));

		takeover.takeOver(draft, 0, Map.of(Studio.form(bundle), Side.THEIRS), designer);
		approval.submit(draft, 1, "程序更新了", designer);
		approval.approve(draft, 1, "", approver);
		studio.tried(draft);
		release.publish(draft, approver);

		assertThat(bundles.of(bundle)).satisfies(now -> {
			assertThat(now.current().version()).isEqualTo(4);
			assertThat(now.current().contains()).isEqualTo(3);
			assertThat(now.offered()).isNull();
		});
	}

	@Test
	void newerLimitsAreAskedForOnlyFromWhoChangedThem() {
		var untouched = studio.draft(bundle, "现场", designer);
		var touched = drafts.begin(bundle, "也改时限", designer);
		drafts.save(touched, 0, Paths.LIMITS, ReleaseTests.withRow(studio.text(touched, Paths.LIMITS), "SKETCH.A" + bundle), designer);
		var other = studio.bundle();
		var faster = drafts.begin(other, "先改时限", designer);
		drafts.save(faster, 0, Paths.LIMITS, ReleaseTests.withRow(studio.text(faster, Paths.LIMITS), "SKETCH.B" + bundle), designer);
		approval.submit(faster, 1, "原因", designer);
		approval.approve(faster, 1, "", approver);
		studio.tried(faster);
		release.publish(faster, approver);

		assertThat(takeover.isOutdated(drafts.of(untouched))).isFalse();
		assertThat(takeover.offer(drafts.of(untouched)).orElseThrow().follow()).containsExactly(Paths.LIMITS);
		assertThat(takeover.isOutdated(drafts.of(touched))).isTrue();
		assertThat(takeover.offer(drafts.of(touched)).orElseThrow().both()).containsExactly(Paths.LIMITS);
	}
}
