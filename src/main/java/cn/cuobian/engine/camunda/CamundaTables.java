package cn.cuobian.engine.camunda;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

import cn.cuobian.engine.EngineTables;

/** An engine that knows no verb, opened and closed again: it makes its tables as every engine does at its start. */
@Component
class CamundaTables implements EngineTables {

	@Override
	public void make(DataSource database, PlatformTransactionManager transactions) {
		var engine = new ClosedEngine(new VerbBeans(new StaticListableBeanFactory()), List.of());
		engine.setProcessEngineName("tables");
		engine.setDataSource(database);
		engine.setTransactionManager(transactions);
		engine.setDatabaseSchemaUpdate("true");
		engine.setJobExecutorActivate(false);
		// or it would write its nightly job
		engine.setHistoryCleanupEnabled(false);
		engine.buildProcessEngine().close();
	}
}
