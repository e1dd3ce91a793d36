package cn.cuobian.relocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An H2 file with everything that a house in memory holds. */
record OldFile(Path file) {

	static OldFile of(JdbcClient house, Path directory) throws SQLException, IOException {
		var script = directory.resolve("house.sql");
		house.sql("script nosettings to '" + script + "'").query(row -> { });
		var old = new OldFile(directory.resolve("cuobian"));
		old.change("runscript from '" + script + "'");
		Files.delete(script);
		return old;
	}

	String url() {
		return "jdbc:h2:file:" + file;
	}

	void change(String... statements) throws SQLException {
		try (Connection open = DriverManager.getConnection(url(), "cuobian", "")) {
			for (var sql : statements) {
				Carrier.execute(open, sql);
			}
		}
	}

	byte[] bytes() throws IOException {
		return Files.readAllBytes(Path.of(file + ".mv.db"));
	}
}
