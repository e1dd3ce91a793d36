package cn.cuobian.matters;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the character pairs of every matter's title and narrative, for the search. */
@Component
class GramIndex {

	private static final int BATCH = 500;

	private final JdbcTemplate db;

	GramIndex(JdbcTemplate db) {
		this.db = db;
	}

	void add(long matterId, String text) {
		db.batchUpdate("insert into matter_gram (gram, matter_id) values (?, ?)", List.copyOf(Grams.of(text)), BATCH,
				(insert, gram) -> {
					insert.setLong(1, gram);
					insert.setLong(2, matterId);
				});
	}
}
