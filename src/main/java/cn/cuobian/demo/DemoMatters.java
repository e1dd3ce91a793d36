package cn.cuobian.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.matters.MatterImport;

/** Brings up what the compounds of the programme really brought up, so that nobody signs in to an empty list. */
@Component
@Profile("demo")
class DemoMatters {

	private static final Logger LOG = LoggerFactory.getLogger(DemoMatters.class);

	private final MatterImport imports;
	private final JdbcClient db;

	DemoMatters(MatterImport imports, JdbcClient db) {
		this.imports = imports;
		this.db = db;
	}

	/** Does nothing when there is any matter already. */
	void bringUp() {
		boolean none = db.sql("select id from matter fetch first 1 rows only").query(Long.class).optional().isEmpty();
		if (none) {
			int matters = imports.takeAll(DemoTown.read("demo/matters.csv")).size();
			int disputes = imports.takeAll(DemoTown.read("demo/disputes.csv")).size();
			LOG.info("Brought up {} matters and {} disputes", matters, disputes);
		}
	}
}
