package cn.cuobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Photos that the container itself turns away, which only a real server does. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles({ "demo", "test" })
class LargeUploadIT {

	private static final int MEGABYTE = 1 << 20;

	@LocalServerPort
	private int port;
	@Autowired
	private JdbcClient db;

	@Test
	void aPhotoOfThirtyMegabytesIsAnsweredWithASentenceAndNothingIsFiled() throws Exception {
		long before = matters();
		var answer = new PlainVisitor("http://127.0.0.1:" + port).upload("/report", Map.of("token", UUID.randomUUID().toString(),
				"kind", "water", "narrative", "漏水", "seen", "1"), "big.jpg", Arrays.copyOf("%PDF-1.4".getBytes(), 30 * MEGABYTE));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("<html", "太大").doesNotContain("Exception").doesNotContain("??");
		assertThat(matters()).isEqualTo(before);
	}

	@Test
	void aFormThatIsTooLongIsAnsweredWithASentenceAndNothingIsFiled() throws Exception {
		long before = matters();
		var answer = new PlainVisitor("http://127.0.0.1:" + port).send("/report", "/report", Map.of("token", UUID.randomUUID().toString(),
				"kind", "water", "narrative", "x".repeat(3 * MEGABYTE), "seen", "1"));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("<html", "太大").doesNotContain("Exception").doesNotContain("??");
		assertThat(matters()).isEqualTo(before);
	}

	@Test
	void aSmallOneReachesTheCheckOfTheReport() throws Exception {
		var answer = new PlainVisitor("http://127.0.0.1:" + port).upload("/report", Map.of("token", UUID.randomUUID().toString(),
				"narrative", "漏水", "seen", "1"), "small.pdf", "%PDF-1.4".getBytes());
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("请先选一个地方");
	}

	private long matters() {
		return db.sql("select count(*) from matter").query(Long.class).single();
	}
}
