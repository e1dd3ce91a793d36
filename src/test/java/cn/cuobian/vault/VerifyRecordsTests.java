package cn.cuobian.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class VerifyRecordsTests {

	/** Anonymous: a class of its own would be found by whoever looks for all proofs. */
	private static Proof told(String name, Proof.Result result) {
		return new Proof() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public Result read(JdbcClient db) {
				return result;
			}
		};
	}

	private static int exitCode(Proof... proofs) {
		var command = new VerifyRecords(List.of(proofs), new EveryRow(new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:"))), null);
		command.run(null);
		return command.getExitCode();
	}

	@Test
	void whatIsWholeIsCountedAndEndsWell(CapturedOutput said) {
		assertThat(exitCode(told("rolls", new Proof.Result(2, List.of())), told("boxes", new Proof.Result(1, List.of())))).isZero();
		assertThat(said.getOut()).containsSubsequence("boxes: 1, broken: 0", "rolls: 2, broken: 0");
	}

	@Test
	void oneBrokenRecordIsNamedAndFailsTheWhole(CapturedOutput said) {
		assertThat(exitCode(told("boxes", new Proof.Result(2, List.of("7 续聘物业: 3"))), told("rolls", new Proof.Result(2, List.of())))).isOne();
		assertThat(said.getOut()).contains("boxes: 2, broken: 1", "  7 续聘物业: 3");
	}
}
