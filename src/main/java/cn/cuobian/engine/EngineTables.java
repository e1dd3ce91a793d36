package cn.cuobian.engine;

import javax.sql.DataSource;

import org.springframework.transaction.PlatformTransactionManager;

/** The engine's own tables, where no engine is to run. */
public interface EngineTables {

	/** Makes them as the first start would, or leaves them as they are. Starts no job. */
	void make(DataSource database, PlatformTransactionManager transactions);
}
