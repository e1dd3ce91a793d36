package cn.cuobian.matters;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import cn.cuobian.vault.SecretCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the consent promises: with the code a resident has the contact corrected or deleted. */
class ResidentContactTests extends MattersInTheHouse {

	private static final Contact LEFT = new Contact("金丝雀·测试员", "13900000000", "canary@example.com");

	@Autowired
	private Contacts contacts;
	@Autowired
	private Consent consent;
	@Autowired
	private Timeline timeline;

	private Receipt with(Contact contact) {
		return intake.report(new Report(here.building(), null, null, "water", null, "过道灯不亮", Channel.WEB, null, false, contact,
				contact.isEmpty() ? null : consent.current().version(), null, null, List.of()));
	}

	private static MockHttpServletRequestBuilder change(Receipt receipt, String act) {
		return post("/track/" + receipt.trackingCode() + "/contact" + act).with(csrf());
	}

	private MockHttpServletRequestBuilder correction(Receipt receipt, String phone) {
		return change(receipt, "").param("phone", phone).param("name", "").param("mail", "");
	}

	private MockHttpServletRequestBuilder agreed(MockHttpServletRequestBuilder correction) {
		return correction.param("consent", consent.current().version());
	}

	private static String page(ResultActions result) throws Exception {
		return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private String tracked(Receipt receipt) throws Exception {
		return page(web.perform(get("/track/" + receipt.trackingCode())).andExpect(status().isOk()));
	}

	private Contact kept(Receipt receipt) {
		return contacts.of(application.getBean(MatterFile.class).of(idOf(receipt.number())).facts()).orElse(Contact.NONE);
	}

	private List<TimelineKind> record(Receipt receipt) {
		return timeline.of(idOf(receipt.number())).stream().map(TimelineEntry::kind).toList();
	}

	@Test
	void thePageTellsWhatIsKeptAndGivesNothingAway() throws Exception {
		Receipt receipt = with(LEFT);
		assertThat(tracked(receipt)).contains("我的联系方式", "****00", "更正联系方式", "删除联系方式", "id=\"contact\"")
				.doesNotContain("金").doesNotContain("139").doesNotContain("example.com").doesNotContain("??");
		assertThat(page(web.perform(get("/track/" + receipt.trackingCode() + "?lang=en")))).contains("My contact", "Delete the contact")
				.doesNotContain("??");
		assertThat(tracked(with(Contact.NONE))).contains("没有留联系方式", "补留联系方式").doesNotContain("/contact/delete");
	}

	@Test
	void onlyWhatIsGivenIsCorrected() throws Exception {
		Receipt receipt = with(LEFT);
		web.perform(agreed(correction(receipt, "13911112222"))).andExpect(redirectedUrl("/track/" + receipt.trackingCode().replace("-", "") + "#contact"))
				.andExpect(header().string("Cache-Control", "no-store"));
		assertThat(kept(receipt)).isEqualTo(new Contact(LEFT.name(), "13911112222", LEFT.mail()));
		assertThat(tracked(receipt)).contains("****22");
		assertThat(timeline.of(idOf(receipt.number()))).last().satisfies(line -> {
			assertThat(line.kind()).isEqualTo(TimelineKind.CONTACT_CORRECTED);
			assertThat(line.actor()).isNull();
			assertThat(line.payload()).isEmpty();
		});
	}

	@Test
	void aContactIsLeftAfterwards() throws Exception {
		Receipt receipt = with(Contact.NONE);
		web.perform(agreed(correction(receipt, "13911112222"))).andExpect(status().is3xxRedirection());
		assertThat(kept(receipt).phone()).isEqualTo("13911112222");
		assertThat(db.sql("select consent_version from matter where number = ?").param(receipt.number()).query(String.class).single())
				.isEqualTo(consent.current().version());
	}

	@Test
	void whatIsWrongIsSaidBesideTheFieldAndNothingChanges() throws Exception {
		Receipt receipt = with(LEFT);
		assertThat(page(web.perform(correction(receipt, "13911112222")).andExpect(status().is(422))))
				.contains("请先勾选同意", "value=\"13911112222\"");
		assertThat(page(web.perform(agreed(correction(receipt, "call me"))).andExpect(status().is(422)))).contains("电话号码不对");
		assertThat(page(web.perform(agreed(change(receipt, "").param("phone", "").param("name", "").param("mail", "a@b.cn,c@d.cn"))).andExpect(status().is(422))))
				.as("mails go to one person").contains("邮箱地址不对");
		assertThat(page(web.perform(agreed(correction(receipt, ""))).andExpect(status().is(422)))).contains("还没有填写联系方式");
		assertThat(kept(receipt)).isEqualTo(LEFT);
		assertThat(record(receipt)).doesNotContain(TimelineKind.CONTACT_CORRECTED);
	}

	@Test
	void whatIsDeletedIsGoneFromTheRowAndFromStaff() throws Exception {
		Receipt receipt = with(LEFT);
		web.perform(change(receipt, "/delete")).andExpect(status().is3xxRedirection());
		web.perform(change(receipt, "/delete")).andExpect(status().is3xxRedirection());
		Map<String, Object> row = db.sql("select contact, consent_version, consent_at from matter where number = ?")
				.param(receipt.number()).query().singleRow();
		assertThat(row.values()).hasSize(3).containsOnlyNulls();
		assertThat(record(receipt)).containsOnlyOnce(TimelineKind.CONTACT_DELETED);
		assertThat(tracked(receipt)).contains("没有留联系方式");
		assertThat(page(web.perform(get("/matters/" + receipt.number()).with(as(steward))))).contains("没有留联系方式", "居民删除了联系方式")
				.doesNotContain("reveal-reason").doesNotContain("139****0000");
		assertThat(page(web.perform(post("/matters/" + receipt.number() + "/contact").param("reason", "约时间上门").with(as(steward))
				.with(csrf())).andExpect(status().isConflict()))).contains("居民已经删除");
	}

	@Test
	void aNeighbourAndAGuesserFindNothing() throws Exception {
		Receipt receipt = with(LEFT);
		String joined = application.getBean(Codes.class).issue(idOf(receipt.number()), Codes.Holder.NEIGHBOUR).compact();
		assertThat(page(web.perform(get("/track/" + joined)).andExpect(status().isOk()))).doesNotContain("id=\"contact\"").doesNotContain("****00");
		for (String code : List.of(joined, SecretCode.issue().compact(), "nonsense")) {
			Receipt other = new Receipt(receipt.number(), code);
			web.perform(change(other, "/delete")).andExpect(status().isNotFound());
			web.perform(agreed(correction(other, "13911112222"))).andExpect(status().isNotFound());
		}
		web.perform(post("/track/" + receipt.trackingCode() + "/contact/delete")).andExpect(status().isForbidden());
		assertThat(kept(receipt)).isEqualTo(LEFT);
	}

	@Test
	void whoChangesWithoutEndIsToldToWait() throws Exception {
		Receipt receipt = with(LEFT);
		for (int i = 0; i < 60; i++) {
			web.perform(change(receipt, "/delete").with(from("2001:db8:7:7::1"))).andExpect(status().is3xxRedirection());
		}
		web.perform(change(receipt, "/delete").with(from("2001:db8:7:7::2"))).andExpect(status().isTooManyRequests());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}
}
