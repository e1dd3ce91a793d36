package cn.cuobian.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What somebody reads who starts the system on a file that a disk has spoilt. */
class DamagedFileTests {

	@TempDir
	private Path directory;

	@Test
	void isSaidWithWhatToDo() throws Exception {
		var url = "jdbc:h2:file:" + directory.resolve("house");
		try (var db = DriverManager.getConnection(url); var statement = db.createStatement()) {
			statement.execute("create table t (words varchar)");
			statement.execute("insert into t select repeat('漏水', 100) || x from system_range(1, 2000)");
		}
		spoil(directory.resolve("house.mv.db"));
		var failure = new IllegalStateException("the house does not start", catchThrowable(() -> DriverManager.getConnection(url).close()));
		assertThat(failure).hasCauseInstanceOf(SQLException.class);
		assertThat(ours().analyze(failure).getDescription()).contains("数据库文件已损坏", "is damaged");
		assertThat(ours().analyze(failure).getAction()).contains("备份", "verify-records");
	}

	@Test
	void isNotSaidOfAnythingElse() {
		var failure = catchThrowable(() -> DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("none") + ";IFEXISTS=TRUE"));
		assertThat(failure).isInstanceOf(SQLException.class);
		assertThat(ours().analyze(failure)).isNull();
	}

	/** Others need a house to look into. */
	private static FailureAnalyzer ours() {
		return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, failure) -> { }).stream().filter(DamagedFile.class::isInstance).findFirst().orElseThrow();
	}

	private static void spoil(Path path) throws Exception {
		try (var file = new RandomAccessFile(path.toFile(), "rw")) {
			var noise = new byte[(int) file.length()];
			new Random(37).nextBytes(noise);
			file.write(noise);
		}
	}
}
