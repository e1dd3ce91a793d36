package cn.cuobian.matters;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import cn.cuobian.faults.Cable;
import cn.cuobian.files.FileStore;
import cn.cuobian.files.StoreForTests;
import cn.cuobian.vault.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos and papers of matters in a store that speaks S3, reached over a cable that breaks. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:stored;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class FilesInTheStoreTests extends MattersInTheHouse {

	private static final StoreForTests STORE = StoreForTests.start();
	private static final Cable CABLE = new Cable(STORE::port);

	@Autowired
	private PlatformTransactionManager transactions;
	@Autowired
	private FileStore store;
	@Autowired
	private ObjectCheck check;
	@Autowired
	private MessageSource messages;

	@DynamicPropertySource
	static void keptInTheStore(DynamicPropertyRegistry settings) {
		STORE.settings(CABLE.port()).forEach(setting -> {
			var parts = setting.split("=", 2);
			settings.add(parts[0], () -> parts[1]);
		});
	}

	@AfterAll
	static void stopped() throws IOException, InterruptedException {
		CABLE.close();
		STORE.close();
	}

	/** No file of another test, wherever it lies. */
	@BeforeEach
	void emptied() {
		db.sql("delete from matter_attachment").update();
		db.sql("delete from loose_object").update();
		STORE.names().forEach(STORE::delete);
	}

	@AfterEach
	void mended() {
		CABLE.mend();
	}

	private static byte[] picture(int width) throws IOException {
		return PhotosTests.picture(width, 30, "jpg");
	}

	private static String page(ResultActions result) throws Exception {
		return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private String withPhoto(int width) throws Exception {
		return number(page(web.perform(form(token(), "漏水").file(photo("楼道.jpg", picture(width)))).andExpect(status().isOk())));
	}

	private String of(String number, String column) {
		return db.sql("select " + column + " from matter_attachment where matter_id = ?").param(idOf(number)).query(String.class).optional().orElse(null);
	}

	private ResultActions shown(String number, String language) throws Exception {
		return web.perform(get("/matters/{number}/attachments/{id}", number, of(number, "id")).param("lang", language).with(as(steward)));
	}

	private byte[] fetched(String number) throws Exception {
		return shown(number, "zh").andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
	}

	@Test
	void aPhotoLiesSealedInTheStoreAndComesBackThroughThePages() throws Exception {
		var number = withPhoto(40);
		var object = of(number, "object_name");
		assertThat(count("matter_attachment where content is null")).isOne();
		assertThat(object).matches("files/[0-9a-f]{40}");
		assertThat(STORE.names()).containsExactly(object);
		assertThat(count("loose_object")).as("the row names it now").isZero();

		var bytes = fetched(number);
		assertThat(Sha256.hex(bytes)).isEqualTo(of(number, "sha256"));
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("JFIF");
		assertThat(new String(STORE.bytes(object), StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
		assertThat(check.read(db).broken()).isEmpty();
		assertThat(check.read(db).records()).isOne();

		web.perform(multipart("/matters/{number}/attachments", number).file(photo("后来.jpg", picture(50))).with(as(steward)).with(csrf()))
				.andExpect(status().is3xxRedirection());
		assertThat(count("matter_attachment where object_name is not null")).isEqualTo(2);
		assertThat(STORE.names()).hasSize(2);
	}

	@Test
	void whatIsRolledBackLeavesNoRowAndAnObjectForADay() throws Exception {
		var kept = withPhoto(41);
		long matters = count("matter");
		var ready = intake.ready(new Report(here.building(), null, null, "water", null, "漏水", Channel.WEB, null, false, Contact.NONE, null, null, null,
				List.of(new Report.Upload("a.jpg", picture(42)))));
		new TransactionTemplate(transactions).executeWithoutResult(status -> {
			intake.file(ready);
			status.setRollbackOnly();
		});
		assertThat(count("matter")).isEqualTo(matters);
		assertThat(count("matter_attachment")).isOne();
		assertThat(STORE.names()).hasSize(2);

		clock.travel(Duration.ofDays(1));
		StoreForTests.sweep(application);
		assertThat(STORE.names()).as("not before the day is over").hasSize(2);
		CABLE.cut();
		clock.travel(Duration.ofSeconds(1));
		StoreForTests.sweep(application);
		CABLE.mend();
		assertThat(count("loose_object")).as("while the store is away nothing is forgotten").isOne();
		StoreForTests.sweep(application);
		assertThat(STORE.names()).containsExactly(of(kept, "object_name"));
		assertThat(count("loose_object")).isZero();

		assertThatIllegalStateException().as("what is removed cannot be named any longer").isThrownBy(() -> intake.file(ready));
		assertThat(count("matter")).isEqualTo(matters);
	}

	@Test
	void anObjectThatIsGoneOrAnotherIsSaidInTheReadersLanguage(CapturedOutput told) throws Exception {
		var number = withPhoto(43);
		var object = of(number, "object_name");
		STORE.delete(object);
		shown(number, "zh").andExpect(status().isGone()).andExpect(content().string(containsString("“楼道.jpg”在文件存储里找不到了")));
		shown(number, "en").andExpect(status().isGone()).andExpect(content().string(containsString("is no longer in the store")));
		assertThat(told).contains(object + " is missing in the store");
		assertThat(check.read(db).broken()).singleElement().asString().contains(number, "楼道.jpg", "missing");

		STORE.overwrite(object, "something else".getBytes(StandardCharsets.UTF_8));
		shown(number, "zh").andExpect(status().isGone()).andExpect(content().string(containsString("已经不是当初交来的那一个")));
		STORE.overwrite(object, STORE.bytes(of(withPhoto(44), "object_name")));
		shown(number, "en").andExpect(status().isGone()).andExpect(content().string(containsString("is not what was handed in")));
		assertThat(check.read(db).broken()).singleElement().asString().contains("is not what was put");

		var other = withPhoto(50);
		db.sql("update matter_attachment set sha256 = ? where matter_id = ?").params("0".repeat(64), idOf(other)).update();
		shown(other, "zh").andExpect(status().isGone());
	}

	@Test
	void whileTheStoreIsAwayTextIsTakenAndWhoSendsAPhotoIsToldWhenToCome() throws Exception {
		var before = withPhoto(45);
		long requests = count("matter_request");
		long matters = count("matter");
		CABLE.cut();
		var token = token();
		web.perform(form(token, "铁门关不上，夜里很吵").file(photo("a.jpg", picture(46)))).andExpect(status().isServiceUnavailable())
				.andExpect(header().string("Retry-After", "30")).andExpect(content().string(containsString("照片和文件暂时存不进去")))
				.andExpect(content().string(containsString("铁门关不上，夜里很吵")));
		assertThat(count("matter")).isEqualTo(matters);
		assertThat(count("matter_request")).as("the same form may be sent again").isEqualTo(requests);
		web.perform(post("/api/v1/matters").contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", token()).with(as(secretary)).with(csrf())
				.content("""
						{"place":"%s","kind":"water","narrative":"漏水","photos":[{"name":"a.jpg","content":"%s"}]}""".formatted(here.building(),
						Base64.getEncoder().encodeToString(picture(47))))).andExpect(status().isServiceUnavailable())
				.andExpect(header().string("Retry-After", "30")).andExpect(jsonPath("$.rule").value("matters.store-away"));
		shown(before, "zh").andExpect(status().isServiceUnavailable()).andExpect(header().string("Retry-After", "30"))
				.andExpect(content().string(containsString("暂时取不到")));
		web.perform(get("/matters/{number}", before).with(as(steward))).andExpect(status().isOk()).andExpect(content().string(containsString("楼道.jpg")));
		web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
		assertThat(check.read(db).broken()).singleElement().asString().startsWith("? ");
		web.perform(form(token, "铁门关不上，夜里很吵")).andExpect(status().isOk());
		assertThat(count("matter")).isEqualTo(matters + 1);

		CABLE.mend();
		withPhoto(48);
		fetched(before);
	}

	@Test
	void aStoreThatHangsIsGivenUpAfterTenSeconds() throws Exception {
		CABLE.loseAnswers();
		long begun = System.nanoTime();
		web.perform(form(token(), "漏水").file(photo("a.jpg", picture(49)))).andExpect(status().isServiceUnavailable());
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
	}

	private int moved(String... arguments) {
		var command = new MoveFiles(store, db, messages, transactions);
		command.run(new DefaultApplicationArguments(arguments));
		return command.getExitCode();
	}

	@Test
	void filesMoveThereAndBackAndAMoveThatBreaksOffGoesOn(CapturedOutput told) throws Exception {
		var first = withPhoto(51);
		var second = withPhoto(52);
		var bytes = fetched(first);
		assertThat(moved("--to=database")).isZero();
		assertThat(told).contains("要搬 2 个文件");
		assertThat(count("matter_attachment where object_name is not null")).as("a look moves nothing").isEqualTo(2);

		assertThat(moved("--to=database", "--apply")).isZero();
		assertThat(told).contains("搬好 2 个文件", "数据库里有 2 个文件，文件存储里有 0 个");
		CABLE.cut();
		assertThat(fetched(first)).as("from its row").isEqualTo(bytes);
		assertThat(moved("--to=store", "--apply", "--lang=en")).isOne();
		assertThat(told).contains("The store does not answer", "Moved 0 files", "2 files lie in the database");
		CABLE.mend();
		assertThat(STORE.names()).as("for whoever read the row before").hasSize(2);
		clock.travel(Duration.ofDays(1).plusSeconds(1));
		StoreForTests.sweep(application);
		assertThat(STORE.names()).isEmpty();

		db.sql("update matter_attachment set sha256 = ? where matter_id = ?").params("0".repeat(64), idOf(second)).update();
		assertThat(moved("--to=store", "--apply")).isOne();
		assertThat(told).contains("没有搬，留在原处：" + second, "数据库里有 1 个文件，文件存储里有 1 个");
		assertThat(fetched(first)).isEqualTo(bytes);
		assertThat(of(second, "object_name")).isNull();

		STORE.delete(of(first, "object_name"));
		assertThat(moved("--to=database", "--apply")).isOne();
		assertThat(told).contains("没有搬，留在原处：" + first);
		assertThat(moved("--to=cellar", "--apply")).isEqualTo(2);
	}

	@Test
	void aStoreThatDoesNotLetUsInRefusesTheStartAndOneThatIsAwayDoesNot(CapturedOutput told) throws Exception {
		var secret = application.getEnvironment().getRequiredProperty("cuobian.files.secret");
		STORE.probe(application, CABLE.port(), StoreForTests.BUCKET, secret);
		assertThat(STORE.names()).as("the probe cleans up").isEmpty();
		assertThat(count("loose_object")).isZero();
		assertThatIllegalStateException().isThrownBy(() -> STORE.probe(application, CABLE.port(), StoreForTests.BUCKET, "another-secret"))
				.withMessageContaining("key-id and secret of cuobian.files");
		assertThatIllegalStateException().isThrownBy(() -> STORE.probe(application, CABLE.port(), "no-such-bucket", secret))
				.withMessageContaining("no-such-bucket");
		CABLE.cut();
		assertThatCode(() -> STORE.probe(application, CABLE.port(), StoreForTests.BUCKET, secret)).doesNotThrowAnyException();
		assertThat(told).contains("does not answer. Until it does").doesNotContain(secret, "another-secret");
	}

	@Test
	void aNodeThatKnowsNoStoreDoesNotStartWhileFilesLieInOne() throws Exception {
		var without = new FilesCanBeRead(StoreForTests.none(application), db);
		without.afterSingletonsInstantiated();
		withPhoto(53);
		assertThatIllegalStateException().isThrownBy(without::afterSingletonsInstantiated).withMessageContaining("cuobian.files.endpoint");
	}
}
