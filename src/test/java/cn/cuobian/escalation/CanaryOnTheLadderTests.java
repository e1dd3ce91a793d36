package cn.cuobian.escalation;

import static cn.cuobian.escalation.LadderModel.*;
import static cn.cuobian.matters.ClosingModel.CARRY_OUT;
import static cn.cuobian.matters.ClosingModel.GIVE_FEEDBACK;
import static cn.cuobian.matters.ClosingModel.VERIFY;
import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.EveryTable;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.MatterState;
import cn.cuobian.matters.Receipt;
import cn.cuobian.matters.Report;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;

/** A name and a number go up the whole ladder and down again, and are found nowhere but sealed. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryOnTheLadderTests extends Ladder {

	private static final String NAME = "金丝雀·测试员";
	private static final String PHONE = "13900000000";

	@Autowired
	private MockMvc web;
	@Autowired
	private SomePeople people;
	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void theContactIsFoundInNoTableNoLogNoMailNoListAndNoExport(CapturedOutput output) throws Exception {
		LoggerFactory.getLogger(getClass()).info("The canary climbs");
		everybodyWantsMail();
		Receipt receipt = reported();
		var matter = new Climbing(db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single());
		Person steward = posts.holders(matter.groups(SETTLE_AT_BUILDING).get(0)).iterator().next();
		assertThat(page(post("/matters/" + receipt.number() + "/contact").param("reason", "约时间上门").with(csrf()), steward))
				.as("who works it may ask for it").contains(NAME, PHONE);
		assertSilentTo(people.holding("supervisor", placeAt("community")), receipt);
		assertSilentTo(steward, receipt);
		goesUp(matter);
		assertSilentTo(people.holding("supervisor", placeAt("community")), receipt);
		comesDown(matter, receipt);

		assertThat(EveryTable.holding(db, NAME, PHONE)).isEmpty();
		assertThat(toldOf(receipt, "mail")).as("mails were written").isPositive();
		assertThat(toldOf(receipt, "inbox")).as("inboxes were filled").isPositive();
		assertThat(output.getAll()).as("what is logged is captured").contains("The canary climbs").doesNotContain(NAME).doesNotContain(PHONE);
	}

	@Test
	void theSearchWouldFindItInVariablesAndInBytes() {
		new TransactionTemplate(transactions).executeWithoutResult(planted -> {
			db.sql("insert into act_ru_variable (id_, type_, name_, var_scope_, text_) values ('canary', 'string', 'planted', 'here', ?)")
					.param("call " + PHONE).update();
			db.sql("insert into act_ge_bytearray (id_, name_, bytes_) values ('canary', 'planted', ?)")
					.param(("\0" + NAME).getBytes(StandardCharsets.UTF_8)).update();
			assertThat(EveryTable.holding(db, NAME, PHONE)).containsExactlyInAnyOrder("act_ru_variable.text_", "act_ge_bytearray.bytes_");
			planted.setRollbackOnly();
		});
		assertThat(EveryTable.names(db)).contains("act_hi_varinst", "act_hi_detail", "act_hi_taskinst", "act_hi_comment", "act_ru_task",
				"matter", "matter_event", "work_item", "mail", "inbox");
	}

	private Receipt reported() {
		String consent = db.sql("select max(version) from matter_consent").query(String.class).single();
		return intake.report(new Report(placeAt("building"), null, null, "fire-safety", "信报箱歪了", "信报箱歪了，投不进信", Channel.PHONE, null, false,
				new Contact(NAME, PHONE, null), consent, null, null, List.of()));
	}

	private void goesUp(Climbing matter) {
		matter.done(SETTLE_AT_BUILDING, decide("raise")).done(DELIBERATE_AT_HALL, hall("raise"))
				.done(HOLD_JOINT_MEETING, decide("raise", "community")).done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire"))
				.waits(HANDLE_ASSIGNMENT, HANDLE_ASSIGNMENT);
	}

	private void comesDown(Climbing matter, Receipt receipt) throws Exception {
		matter.done(HANDLE_ASSIGNMENT, ClimbingTests.result("done")).done(HANDLE_ASSIGNMENT, ClimbingTests.result("done"))
				.done(ACCEPT_RESULTS, Map.of("decision", "solved")).done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED)
				.done(GIVE_FEEDBACK, FEEDBACK);
		String tracked = web.perform(post("/api/v1/track/{code}/rating", receipt.trackingCode()).contentType(MediaType.APPLICATION_JSON)
				.content("{\"satisfaction\":5}")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(tracked).contains(receipt.number()).doesNotContain(NAME).doesNotContain(PHONE);
		assertThat(matter.over().matter().state()).isEqualTo(MatterState.CLOSED);
	}

	/** Lists, pages and exports show the matter and not the contact. */
	private void assertSilentTo(Person person, Receipt receipt) throws Exception {
		for (String address : List.of("/matters?q=信报箱歪了", "/matters/" + receipt.number(),
				"/api/v1/matters?q=信报箱歪了", "/api/v1/matters/" + receipt.number(),
				"/tasks?tab=all&text=" + receipt.number())) {
			assertThat(page(get(address), person)).as(address).contains(receipt.number()).doesNotContain(NAME).doesNotContain(PHONE);
		}
		for (String address : List.of("/", "/inbox", "/api/v1/tasks")) {
			assertThat(page(get(address), person)).as(address).doesNotContain(NAME).doesNotContain(PHONE);
		}
	}

	private String page(MockHttpServletRequestBuilder request, Person person) throws Exception {
		return web.perform(request.with(as(person))).andExpect(status().isOk()).andReturn().getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
	}

	private void everybodyWantsMail() {
		db.sql("""
				insert into mail_wish (person_id, address, pace, language, quiet_from, quiet_until)
				select p.id, 'staff@example.com', 'AT_ONCE', 'BOTH', time '00:00:00', time '00:00:00' from person p
				where not exists (select 1 from mail_wish known where known.person_id = p.id)""").update();
	}

	private long toldOf(Receipt receipt, String table) {
		return db.sql("select count(*) from " + table + " where about = ?").param(receipt.number()).query(Long.class).single();
	}
}
