package cn.cuobian.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import cn.cuobian.CuobianTest;

/** The house's own pool asked by a page that has taken too long, and by what may take as long as it needs. */
@CuobianTest
class ReadingPatienceTests {

	private static final Duration NONE = Duration.ZERO;
	private static final Duration ENOUGH = Duration.ofMinutes(5);

	@Autowired
	JdbcClient db;
	@Autowired
	DataSource pool;

	private final MockHttpServletResponse answer = new MockHttpServletResponse();

	@Test
	void aPageThatHasTakenTooLongIsToldToComeAgain() {
		assertThatThrownBy(() -> asks("GET", NONE)).satisfies(why -> assertThat(Unanswered.isWhy(why)).as("what its reader is told: %s", why).isTrue());
	}

	@Test
	void aPageInTimeAsksOn() {
		assertThatCode(() -> asks("GET", ENOUGH)).doesNotThrowAnyException();
	}

	@Test
	void aChangeIsFinished() {
		assertThatCode(() -> asks("POST", NONE)).doesNotThrowAnyException();
	}

	@Test
	void aFileThatIsBeingSentIsFinished() {
		answer.setCommitted(true);
		assertThatCode(() -> asks("GET", NONE)).doesNotThrowAnyException();
	}

	@Test
	void aFileThatIsBeingMadeIsFinished() {
		answer.setHeader("Content-Disposition", "attachment; filename=\"clocks.xlsx\"");
		assertThatCode(() -> asks("GET", NONE)).doesNotThrowAnyException();
	}

	@Test
	void theThreadIsPatientAgainAfterwards() throws SQLException {
		assertThatThrownBy(() -> asks("GET", NONE)).isNotNull();
		try (var connection = pool.getConnection()) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	private void asks(String method, Duration limit) throws Exception {
		FilterChain page = (request, response) -> {
			try {
				db.sql("select count(*) from matter").query(Integer.class).single();
			} catch (RuntimeException e) {
				throw new ServletException(e);
			}
		};
		new ReadingPatience(limit).doFilter(new MockHttpServletRequest(method, "/matters"), answer, page);
	}
}
