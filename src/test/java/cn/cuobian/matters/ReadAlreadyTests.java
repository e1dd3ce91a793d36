package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction knows of a matter it has read before. */
class ReadAlreadyTests extends MattersInTheHouse {

	@Autowired
	private Matters matters;
	@Autowired
	private Timeline timeline;
	@Autowired
	private TransactionTemplate transaction;

	private long id;

	@BeforeEach
	void aMatter() {
		id = idOf(reported("漏水").number());
	}

	@Test
	void aLockedMatterIsReadOnceAndAgainAfterEachChange() {
		transaction.executeWithoutResult(status -> {
			timeline.lock(id);
			Matter first = found();
			assertThat(found()).isSameAs(first);
			matters.change(id, matter -> matter.draftAnswer("水管换好了"));
			assertThat(found().answerDraft()).isEqualTo("水管换好了");
			assertThat(found()).isSameAs(found());
			timeline.note(id, "told-resident");
			assertThat(found()).isSameAs(found());
			matters.change(id, matter -> matter.draftAnswer("水管和龙头都换好了"));
			assertThat(found().answerDraft()).isEqualTo("水管和龙头都换好了");
		});
		assertThat(found()).as("nothing outlives its transaction").isNotSameAs(found());
	}

	@Test
	void whatIsNotLockedMayBeChangedByAnybodyAndIsReadEachTime() {
		transaction.executeWithoutResult(status -> {
			assertThat(found().answerDraft()).isNull();
			CompletableFuture.runAsync(() -> matters.change(id, matter -> matter.draftAnswer("水管换好了"))).join();
			assertThat(found().answerDraft()).isEqualTo("水管换好了");
		});
	}

	private Matter found() {
		return matters.find(id).orElseThrow();
	}
}
