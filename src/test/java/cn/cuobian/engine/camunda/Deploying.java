package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.faults.Untouched;

/** Hands a model to a closed engine as publishing does, and takes it back. */
final class Deploying {

	private final ProcessEngine engine = HostileModelsTests.closed(true);
	private final TransactionTemplate takenBack = new TransactionTemplate(new DataSourceTransactionManager(engine.getProcessEngineConfiguration().getDataSource()));

	/** @throws cn.cuobian.refusals.Refusal as the studio shows it */
	void read(String file, byte[] content) {
		Untouched.during(() -> takenBack.executeWithoutResult(transaction -> {
			transaction.setRollbackOnly();
			Clashes.refused(() -> CamundaPublishing.readable(file, () -> engine.getRepositoryService().createDeployment()
					.addInputStream(file, new ByteArrayInputStream(content)).deploy()));
		}));
	}
}
