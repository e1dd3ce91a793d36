package cn.cuobian.nodes;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** The database behind the pool, for what must not share the pool's connections. */
@Component
class SharedDatabase {

	private static final String CONNECT_SECONDS = "5";

	private final JdbcConnectionDetails details;

	SharedDatabase(JdbcConnectionDetails details) {
		this.details = details;
	}

	/** Whether other nodes may work on it: an H2 file has one program that opens it. */
	boolean isShared() {
		return details.getJdbcUrl().startsWith("jdbc:postgresql:");
	}

	/** @param purpose as {@code pg_stat_activity} shows it */
	Connection connect(String purpose) throws SQLException {
		var properties = new Properties();
		Optional.ofNullable(details.getUsername()).ifPresent(user -> properties.setProperty("user", user));
		Optional.ofNullable(details.getPassword()).ifPresent(password -> properties.setProperty("password", password));
		properties.setProperty("ApplicationName", "cuobian " + purpose);
		properties.setProperty("connectTimeout", CONNECT_SECONDS);
		properties.setProperty("tcpKeepAlive", "true");
		return DriverManager.getConnection(details.getJdbcUrl(), properties);
	}
}
