package cn.cuobian.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import jakarta.servlet.ServletException;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import cn.cuobian.CuobianTest;

@CuobianTest
class UnansweredTests {

	private static final Exception POOL_IS_EMPTY = new CannotCreateTransactionException("no", new SQLTransientConnectionException("after 5000 ms"));

	@Autowired
	UnansweredFilter filter;

	@Test
	void isToldToAReaderWithAWayBackAndATime() throws Exception {
		var answer = asked("GET", "/tasks", "zh", new ServletException(POOL_IS_EMPTY));

		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
		assertThat(answer.getContentAsString()).contains("lang=\"zh-CN\"", "请过几秒再试一次", "href=\"/tasks\"").doesNotContain("Exception");
	}

	@Test
	void saysOfAChangeThatItMayHaveBeenKept() throws Exception {
		var answer = asked("POST", "/report", "en", new CannotAcquireLockException("held"));

		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getContentAsString()).contains("not certain whether this step was saved").doesNotContain("href=\"/report\"");
	}

	@Test
	void isAProblemForAProgram() throws Exception {
		var answer = asked("GET", "/api/v1/matters", "en", POOL_IS_EMPTY);

		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getContentType()).startsWith("application/problem+json");
		assertThat(answer.getContentAsString()).contains("\"rule\":\"refusals.http.503\"", "One moment");
	}

	@ParameterizedTest
	@ValueSource(strings = { "08006", "40P01", "53300", "57P01", "55P03", "HYT00" })
	void isFoundBelowWhatTheEngineMakesOfIt(String state) throws Exception {
		assertThat(asked("GET", "/", "zh", new ProcessEngineException("?", new RuntimeException(new SQLException("?", state)))).getStatus()).isEqualTo(503);
	}

	@Test
	void isFoundBehindTheRollbackThatFailsToo() throws Exception {
		var broken = new TransactionSystemException("JDBC rollback failed", new SQLException("no such savepoint", "3B001"));
		assertThatThrownBy(() -> asked("GET", "/", "zh", broken)).isSameAs(broken);
		broken.initApplicationException(new DataAccessResourceFailureException("away"));
		assertThat(asked("GET", "/", "zh", broken).getStatus()).isEqualTo(503);
	}

	@Test
	void isFoundWhereTheLineWasLostRightBeforeTheCommit() throws Exception {
		var closed = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
		assertThat(asked("POST", "/report", "zh", closed).getStatus()).isEqualTo(503);
	}

	@Test
	void isNotWhatAFaultOfOursIsCalled() {
		var ours = new DuplicateKeyException("twice", new SQLException("twice", "23505"));
		assertThatThrownBy(() -> asked("GET", "/tasks", "zh", ours)).isSameAs(ours);
	}

	@Test
	void isNotToldInTheMiddleOfAnAnswer() {
		assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
			response.flushBuffer();
			throw new IOException(POOL_IS_EMPTY);
		})).hasCause(POOL_IS_EMPTY);
	}

	private MockHttpServletResponse asked(String method, String path, String language, Exception failure) throws Exception {
		var request = new MockHttpServletRequest(method, path);
		request.addHeader("Accept-Language", language);
		var response = new MockHttpServletResponse();
		filter.doFilter(request, response, (ignored, answer) -> {
			if (failure instanceof ServletException refused) {
				throw refused;
			}
			throw (RuntimeException) failure;
		});
		return response;
	}
}
