package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import cn.cuobian.instruments.Trace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What the log says as JSON: under which number and of which matter, and never what a resident wrote. */
class LogTests extends MattersInTheHouse {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	private final Logger ours = (Logger) LoggerFactory.getLogger("cn.cuobian");
	private final Lines lines = new Lines();

	/** The very encoder that {@code logging.structured.format.console=ecs} installs. */
	private static final class Lines extends AppenderBase<ILoggingEvent> {

		private final StructuredLogEncoder encoder = new StructuredLogEncoder();
		private final List<String> written = new CopyOnWriteArrayList<>();

		void begin(Logger logger) {
			setContext(logger.getLoggerContext());
			encoder.setContext(logger.getLoggerContext());
			encoder.setFormat("ecs");
			encoder.start();
			start();
		}

		@Override
		protected void append(ILoggingEvent event) {
			written.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
		}
	}

	@BeforeEach
	void listen() {
		lines.begin(root);
		root.addAppender(lines);
		ours.setLevel(Level.DEBUG);
	}

	@AfterEach
	void listenNoMore() {
		root.detachAppender(lines);
		ours.setLevel(null);
	}

	@Test
	void aLineBearsTheNumberOfItsRequestAndOfItsMatter() throws Exception {
		var page = sent(form(token(), "三楼水管漏水").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
		assertThat(page.getHeader("Trace-Id")).isEqualTo(TRACE);
		var filed = lines().stream().filter(line -> line.get("message").asString().startsWith("Filed")).toList();
		assertThat(filed).singleElement().satisfies(line -> {
			assertThat(line.get("trace").asString()).isEqualTo(TRACE);
			assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains(line.get("matter").asString());
			assertThat(line.get("matter").asString()).matches("TEST-2026-\\d{6}");
		});
	}

	@Test
	void nothingAResidentWroteIsInTheLog() throws Exception {
		var narrative = "墙里的水管爆了，请找王小明";
		var consent = db.sql("select max(version) from matter_consent").query(String.class).single();
		var taken = sent(form(token(), narrative).param("name", "王小明").param("phone", "13805950001").param("mail", "wang@example.org").param("consent", consent));
		assertThat(number(taken.getContentAsString(StandardCharsets.UTF_8))).startsWith("TEST-");
		assertThat(count("matter where contact is not null")).as("the contact was taken").isPositive();
		sent(form("nonsense", narrative));
		sent(post("/track").param("code", "13805950001").with(csrf()));
		assertThat(lines.written).isNotEmpty().noneMatch(line -> line.contains("水管") || line.contains("王小明") || line.contains("1380595")
				|| line.contains("wang@"));
	}

	@Test
	void aNumberThatIsNoneBeginsAnother() throws Exception {
		for (var wrong : List.of("", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "00-" + TRACE + "-1", "nonsense\nFiled")) {
			var id = sent(get("/report").header("traceparent", wrong)).getHeader("Trace-Id");
			assertThat(id).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
		}
	}

	@Test
	void thePageOfAnErrorSaysItsNumber() throws Exception {
		var answer = sent(get("/notices/999999").accept("text/html").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
		assertThat(answer.getStatus()).isEqualTo(404);
		assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("请报编号 " + TRACE);
	}

	@Test
	void eachRoundOfASchedulerHasANumberOfItsOwn() throws Exception {
		var log = LoggerFactory.getLogger(LogTests.class);
		var round = Trace.traced(() -> log.info("round"));
		round.run();
		round.run();
		log.info("after");
		assertThat(lines().stream().filter(line -> line.get("message").asString().equals("round")).map(line -> line.get("trace").asString()))
				.hasSize(2).doesNotHaveDuplicates();
		assertThat(lines().stream().filter(line -> line.get("message").asString().equals("after"))).singleElement()
				.satisfies(line -> assertThat(line.get("trace")).isNull());
	}

	private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
		return web.perform(request).andReturn().getResponse();
	}

	private MockHttpServletResponse sent(MockMultipartHttpServletRequestBuilder request) throws Exception {
		return web.perform(request).andReturn().getResponse();
	}

	/** Every line is JSON of its own. */
	private List<JsonNode> lines() {
		return lines.written.stream().map(JSON::readTree).toList();
	}
}
