package cn.cuobian.matters;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.files.FileStore;

/** Keeps a node from starting that knows no store while files lie in one: it would show none of them. */
@Component
class FilesCanBeRead implements SmartInitializingSingleton {

	private final FileStore store;
	private final JdbcClient db;

	FilesCanBeRead(FileStore store, JdbcClient db) {
		this.store = store;
		this.db = db;
	}

	/** @throws IllegalStateException with what the operator can do */
	@Override
	public void afterSingletonsInstantiated() {
		if (!store.isThere() && db.sql("select 1 from matter_attachment where object_name is not null fetch first 1 rows only")
				.query(Integer.class).optional().isPresent()) {
			throw new IllegalStateException("Files of matters lie in a store, and cuobian.files.endpoint names none. Give this node the settings of "
					+ "the store; with them move-files --to=database --apply fetches the files back.");
		}
	}
}
