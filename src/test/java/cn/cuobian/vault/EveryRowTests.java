package cn.cuobian.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows that no proof asks for, on pages that are spoilt in the middle of the file. */
class EveryRowTests {

	private static final int ROWS = 5_000;

	@TempDir
	private Path directory;

	private JdbcTemplate db;

	@BeforeEach
	void aHouse() {
		db = new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:file:" + directory.resolve("house")));
		db.execute("create table inbox (id int primary key, words varchar)");
		db.execute("create table paper (id int primary key, scan blob)");
		db.update("insert into inbox select x, 'line ' || x from system_range(1, ?)", ROWS);
		db.update("insert into paper values (1, ?)", (Object) "a scan of a paper ".repeat(50_000).getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void areCounted() {
		assertThat(new EveryRow(db).read()).hasValue(ROWS + 1);
	}

	@Test
	void whatCannotBeReadIsNoticed() throws IOException {
		spoil("line 2345");
		assertThatThrownBy(() -> new EveryRow(db).read()).isInstanceOf(DataAccessException.class);
	}

	private void spoil(String at) throws IOException {
		var house = directory.resolve("house.mv.db");
		var bytes = Files.readAllBytes(house);
		int there = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(at);
		assertThat(there).as("where it lies in the file").isPositive();
		Arrays.fill(bytes, there - 64, there + 64, (byte) 0xff);
		Files.write(house, bytes);
	}
}
