package cn.cuobian.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.engine.DueJobs;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;

/** A step that was given up: who sees it, who has it tried again, and what stands in the record. */
class StoppedStepTests extends Boarded {

	@Autowired
	DueJobs due;

	private Person administrator;
	private String number;
	private String subject;
	private String id;

	@BeforeEach
	void aStepThatWasGivenUp() {
		administrator = people.holding("administrator", "*");
		number = report().number();
		subject = first().subject();
		id = due.giveUp(subject).get(0);
	}

	@Test
	void itIsListedWithNumberAndStepInTheReadersWords() throws Exception {
		assertThat(page("zh")).contains(number, "楼栋办理到期", "这一步出错", "/admin/stopped/" + id + "/retry");
		assertThat(page("en")).contains(number, "Talk by the building steward", "The step failed");
	}

	@Test
	void onceItIsTriedAgainTheMatterMovesAndTheRecordSaysWhoAskedForIt() throws Exception {
		clock.travel(Duration.ofDays(7));
		retry(administrator).andExpect(redirectedUrl("/admin/stopped"));
		assertThat(page("zh")).doesNotContain(id);
		var actors = db.sql("select actor from matter_event where payload like '%tried-again%' and matter_id = ?").param(first().matterId()).query(Long.class).list();
		assertThat(actors).containsExactly(administrator.id());
		assertThat(due.runDue()).isPositive();
		assertThat(first()).returns("hall", Watched::tier);
		retry(administrator).andExpect(status().isConflict());
	}

	@Test
	void nobodyButAnAdministratorSeesItOrHasItTriedAgain() throws Exception {
		for (var other : List.of(person, steward)) {
			web.perform(get("/admin/stopped").with(SomePeople.as(other))).andExpect(status().isForbidden());
			retry(other).andExpect(status().isForbidden());
		}
		assertThat(page("zh")).contains(id);
	}

	@Test
	void ofTwoWhoPressAtOnceOneIsToldThatItIsDoneAlready() throws Exception {
		var hands = Executors.newFixedThreadPool(2);
		var together = new CyclicBarrier(2);
		try {
			var answers = Stream.of(administrator, people.holding("administrator", "*")).map(each -> hands.submit(() -> {
				together.await();
				return retry(each).andReturn().getResponse().getStatus();
			})).toList();
			assertThat(List.of(answer(answers.get(0)), answer(answers.get(1)))).containsExactlyInAnyOrder(302, 409);
		} finally {
			hands.shutdownNow();
		}
		assertThat(notes()).filteredOn(note -> note.contains("tried-again")).hasSize(1);
	}

	private static int answer(Future<Integer> pressed) throws Exception {
		return pressed.get(30, TimeUnit.SECONDS);
	}

	private ResultActions retry(Person by) throws Exception {
		return web.perform(post("/admin/stopped/{id}/retry", id).with(SomePeople.as(by)).with(csrf()));
	}

	private String page(String language) throws Exception {
		return web.perform(get("/admin/stopped").param("lang", language).with(SomePeople.as(administrator))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}
}
