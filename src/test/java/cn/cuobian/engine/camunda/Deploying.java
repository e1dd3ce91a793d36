package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.faults.Untouched;

/** Hands a model to a closed engine as publishing does, and takes it back. */
final class Deploying {

	private static final ProcessEngine ENGINE = HostileModelsTests.closed(true);
	private static final TransactionTemplate TAKEN_BACK = new TransactionTemplate(
			new DataSourceTransactionManager(ENGINE.getProcessEngineConfiguration().getDataSource()));

	private Deploying() {
	}

	/** @throws cn.cuobian.refusals.Refusal as the studio shows it */
	static void read(String file, byte[] content) {
		Untouched.during(() -> TAKEN_BACK.executeWithoutResult(transaction -> {
			transaction.setRollbackOnly();
			Clashes.refused(() -> CamundaPublishing.readable(file, () -> ENGINE.getRepositoryService().createDeployment()
					.addInputStream(file, new ByteArrayInputStream(content)).deploy()));
		}));
	}
}
