package cn.cuobian.matters;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The command {@code verify-timelines}: prints how many records hold, and the first bad line of each that does not.
 * Ends with 1 if one does not.
 */
@Component
@ConditionalOnProperty(name = "cuobian.command", havingValue = "verify-timelines")
class VerifyTimelines implements ApplicationRunner, ExitCodeGenerator {

	private final TimelineCheck check;
	private final JdbcClient db;
	private boolean broken;

	VerifyTimelines(TimelineCheck check, JdbcClient db) {
		this.check = check;
		this.db = db;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		TimelineCheck.Report report = check.all(db);
		System.out.printf("%d matters, %d timeline entries, %d broken%n", report.matters(), report.entries(),
				report.broken().size());
		report.broken().forEach(each -> System.out.printf("%s: first bad entry is %d%n", each.number(), each.seq()));
		broken = !report.broken().isEmpty();
	}

	@Override
	public int getExitCode() {
		return broken ? 1 : 0;
	}
}
