package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** A draft keeps every saving, tells when somebody else saved the same file, and takes only what can be read. */
@CuobianTest
class DraftsTests {

	@Autowired
	Drafts drafts;
	@Autowired
	Bundles bundles;
	@Autowired
	Lint lint;
	@Autowired
	Studio studio;

	private String bundle;
	private Viewer designer;
	private long draft;

	@BeforeEach
	void draft() {
		bundle = studio.bundle();
		designer = studio.designer();
		draft = drafts.begin(bundle, "看看怎么改", designer);
	}

	private int save(String word, String by, int basedOn) {
		return drafts.save(draft, basedOn, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), word, by), designer);
	}

	@Test
	void aNewDraftHoldsWhatIsInForceAndTheTimeLimits() {
		assertThat(drafts.files(draft)).extracting(ModelFile::path).containsExactlyInAnyOrder(Studio.model(bundle), Studio.form(bundle), Paths.LIMITS);
		assertThat(drafts.of(draft)).satisfies(facts -> {
			assertThat(facts.state()).isEqualTo(DraftState.OPEN);
			assertThat(facts.base()).isOne();
			assertThat(facts.revision()).isZero();
			assertThat(facts.author()).isEqualTo(designer.personId());
		});
		assertThat(lint.of(draft)).isEmpty();
	}

	@Test
	void everySavingIsARevisionThatCanBeBroughtBack() {
		assertThat(save("情况", "看到的情况", 0)).isOne();
		assertThat(save("看到的情况", "现场情况", 1)).isEqualTo(2);

		assertThat(drafts.restore(draft, 2, 1, designer)).isEqualTo(3);
		assertThat(studio.text(draft, Studio.form(bundle))).contains("看到的情况");
		assertThat(drafts.restore(draft, 3, 0, designer)).isEqualTo(4);
		assertThat(drafts.files(draft)).extracting(ModelFile::content).containsAll(bundles.files(bundle, 1).stream().map(ModelFile::content).toList());
		assertThat(drafts.restore(draft, 4, 2, designer)).isEqualTo(5);
		assertThat(studio.text(draft, Studio.form(bundle))).contains("现场情况");
	}

	@Test
	void savingTheSameAgainIsNoRevision() {
		save("情况", "看到的情况", 0);
		assertThat(save("看到的情况", "看到的情况", 1)).isOne();
	}

	@Test
	void theSecondWhoSavesTheSameFileIsToldWhoWasFirst() {
		var other = studio.designer();
		drafts.save(draft, 0, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "情况", "别人写的"), other);

		assertThatThrownBy(() -> save("别人写的", "我写的", 0)).isInstanceOfSatisfying(Refusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo("design.draft-saved-meanwhile");
			assertThat(refusal.status().value()).isEqualTo(409);
			assertThat(refusal.arguments()[0]).isEqualTo(other.name());
		});
		assertThat(drafts.of(draft).revision()).isOne();
		assertThat(studio.text(draft, Studio.form(bundle))).contains("别人写的");
	}

	@Test
	void twoMayWorkOnDifferentFilesOfOneDraft() {
		drafts.save(draft, 0, Studio.model(bundle), studio.changed(draft, Studio.model(bundle), "先看看", "先去看看"), studio.designer());
		assertThat(save("情况", "看到的情况", 0)).isEqualTo(2);
	}

	@Test
	void theGateJudgesTheDraftWithinTheWholeHouse() {
		save("try-task", "other-task", 0);
		assertThat(lint.of(draft)).extracting(Lint.Judged::file).containsOnly(Studio.form(bundle));
		assertThat(lint.of(draft)).allSatisfy(judged -> assertThat(judged.sentence()).isNotBlank().doesNotStartWith("engine."));
		assertThat(lint.isClean(draft)).isFalse();
	}

	@Test
	void whatBreaksAnotherBundleIsFoundToo() {
		drafts.save(draft, 0, Paths.LIMITS, studio.changed(draft, Paths.LIMITS, "\"LADDER.HALL\"", "\"LADDER.HALLS\""), designer);
		assertThat(lint.of(draft)).extracting(Lint.Judged::file).contains("escalation/ladder.bpmn");
	}

	@Test
	void onlyADesignerDraws() {
		assertThatThrownBy(() -> drafts.begin(bundle, "x", studio.approver())).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.status().value()).isEqualTo(403));
		assertThatThrownBy(() -> drafts.save(draft, 0, Studio.form(bundle), "{}".getBytes(StandardCharsets.UTF_8), studio.approver()))
				.isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("design.draft-not-a-designer"));
	}

	@Test
	void whatCannotBeReadIsRefusedBeforeAnythingIsWritten() {
		refused("engine.model-unreadable", Studio.model(bundle), "<definitions><process>");
		refused("engine.model-doctype", Studio.model(bundle), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
		refused("engine.model-no-form", Studio.form(bundle), "[]");
		refused("engine.model-no-form", Studio.form(bundle), "{\"id\":");
		refused("engine.model-too-large", Studio.form(bundle), "{\"id\":\"" + "x".repeat(1 << 20) + "\"}");
		refused("engine.model-file-name", bundle + "/evil.jar", "PK");
		refused("engine.model-file-name", bundle + "/../../etc/x.bpmn", "<x/>");
		refused("design.draft-other-bundle", "matters/close_matter.bpmn", "<x/>");
		refused("design.draft-other-bundle", "x.bpmn", "<x/>");
		refused("engine.model-too-deep", Studio.model(bundle), "<x>".repeat(100) + "</x>".repeat(100));
		assertThat(drafts.of(draft).revision()).isZero();
	}

	private void refused(String rule, String path, String content) {
		assertThatThrownBy(() -> drafts.save(draft, 0, path, content.getBytes(StandardCharsets.UTF_8), designer)).as(path + " " + rule)
				.isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	@Test
	void aDraftNeedsATitle() {
		assertThatThrownBy(() -> drafts.begin(bundle, " ", designer)).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.field()).isEqualTo("title"));
		assertThatThrownBy(() -> drafts.begin(bundle, "长".repeat(201), designer)).hasMessage("design.draft-title-too-long");
		assertThatThrownBy(() -> drafts.begin("nowhere", "x", designer)).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.status().value()).isEqualTo(404));
	}

	@Test
	void aFormMayBeTakenOutAndAModelInForceMayNot() {
		assertThat(drafts.remove(draft, 0, Studio.form(bundle), designer)).isOne();
		assertThat(drafts.files(draft)).extracting(ModelFile::path).doesNotContain(Studio.form(bundle));
		assertThat(lint.isClean(draft)).isFalse();
		assertThatThrownBy(() -> drafts.remove(draft, 1, Studio.model(bundle), designer)).hasMessage("design.draft-model-stays");
		assertThatThrownBy(() -> drafts.remove(draft, 1, Studio.form(bundle), designer)).isInstanceOf(Refusal.class);
	}

	@Test
	void anOlderVersionIsTheBeginningOfADraft() {
		studio.ships(bundle, "（新）");
		var back = drafts.beginFrom(bundle, 1, "回到第 1 版", designer);
		assertThat(drafts.of(back).base()).isEqualTo(2);
		assertThat(studio.text(back, Studio.form(bundle))).doesNotContain("（新）");
		assertThat(drafts.of(back).revision()).isOne();
	}
}
