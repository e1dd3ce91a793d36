package cn.cuobian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** A start that ended in the middle of a migration, and the next one. */
class HouseFileTests {

	@TempDir
	private Path folder;

	private final JdbcDataSource database = new JdbcDataSource();
	private final HouseFile file = new HouseFile();

	@BeforeEach
	void aHouseOfTheVersionBefore() throws IOException {
		var url = "jdbc:h2:file:" + folder.resolve("house") + ";WRITE_DELAY=0";
		database.setURL(url);
		database.setUser("cuobian");
		file.setEnvironment(new MockEnvironment().withProperty("spring.datasource.url", url));
		migration("V1__first.sql", "create table stewards (id int); insert into stewards values (37);");
		start();
	}

	@Test
	void whatWasDoneHalfIsUndoneBeforeTheNextStart() throws IOException {
		JdbcClient.create(database).sql("insert into stewards values (38)").update();
		migration("V2__second.sql", "create table halls (id int); create table stewards (id int);");
		assertThatExceptionOfType(FlywayException.class).isThrownBy(this::start);
		assertThat(tables()).as("H2 undoes nothing by itself").contains("HALLS");
		migration("V2__second.sql", "create table halls (id int);");
		start();
		assertThat(tables()).contains("STEWARDS", "HALLS");
		assertThat(JdbcClient.create(database).sql("select id from stewards").query(Integer.class).list()).as("also what no migration wrote").containsExactly(37, 38);
		assertThat(aside()).as("nothing is thrown away").hasSize(1);
	}

	private List<String> aside() throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(each -> each.getFileName().toString()).filter(name -> name.matches("half-migrated-\\d+-house\\.mv\\.db")).toList();
		}
	}

	@Test
	void aStartThatGotThroughIsNeverUndone() throws IOException {
		migration("V2__second.sql", "create table halls (id int);");
		start();
		JdbcClient.create(database).sql("insert into halls values (1)").update();
		start();
		assertThat(JdbcClient.create(database).sql("select count(*) from halls").query(Integer.class).single()).isEqualTo(1);
		try (var files = Files.list(folder)) {
			assertThat(files.map(each -> each.getFileName().toString())).noneMatch(name -> name.contains("before-migration"));
		}
	}

	@Test
	void aFileThatIsOpenIsLeftAlone() throws Exception {
		migration("V2__second.sql", "create table halls (id int); create table stewards (id int);");
		assertThatExceptionOfType(FlywayException.class).isThrownBy(this::start);
		try (var open = database.getConnection(); var statement = open.createStatement()) {
			statement.execute("insert into halls values (1)");
			file.postProcessBeanFactory(null);
			statement.execute("insert into halls values (2)");
		}
		assertThat(JdbcClient.create(database).sql("select count(*) from halls").query(Integer.class).single()).isEqualTo(2);
	}

	/** As far as the tables stand. */
	private void start() {
		file.postProcessBeanFactory(null);
		var flyway = Flyway.configure().dataSource(database).locations("filesystem:" + folder).load();
		file.keep(flyway);
		flyway.migrate();
		file.afterSingletonsInstantiated();
	}

	private void migration(String name, String sql) throws IOException {
		Files.writeString(folder.resolve(name), sql);
	}

	private List<String> tables() {
		return JdbcClient.create(database).sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'").query(String.class).list();
	}
}
