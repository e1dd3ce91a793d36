package cn.cuobian.relocation;

import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

import cn.cuobian.engine.EngineTables;
import cn.cuobian.vault.Proof;

/**
 * The small application of the command {@value #COMMAND}: the target's data source, the migrations and what the rooms can
 * prove, but no engine, no clock and no mail, so that nothing happens to the matters while they are between two houses.
 */
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, MessageSourceAutoConfiguration.class, DataSourceAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class, FlywayAutoConfiguration.class })
// no node starts here, and the target has no tables yet to keep the word of its key in
@ComponentScan(basePackages = "cn.cuobian.vault", excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.OneKey"))
// files in a store stay there: only the rows that name them move
@ComponentScan(basePackages = "cn.cuobian", useDefaultFilters = false, excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.ObjectCheck"),
		includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = { JavaMigration.class, EngineTables.class, Proof.class }))
@Import({ NewHouse.class, Carrier.class, KeyCheck.class, Proving.class, Speech.class, Look.class, Move.class, MoveToPostgresql.class })
public class Relocation {

	public static final String COMMAND = "move-to-postgresql";

	/** A look changes nothing: the tables are made when the move begins. */
	@Bean
	FlywayMigrationStrategy migratesWhenTheMoveBegins() {
		return flyway -> { };
	}
}
