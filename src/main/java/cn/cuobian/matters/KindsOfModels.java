package cn.cuobian.matters;

import java.util.concurrent.TimeUnit;

import cn.cuobian.engine.Models;
import cn.cuobian.engine.ModelsDeployed;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Offers the kinds of the deployed models at each start, before anything can be reported, and when new ones are published. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KindsOfModels implements ApplicationRunner {

	private final Kinds kinds;
	private final Models models;

	KindsOfModels(Kinds kinds, Models models) {
		this.kinds = kinds;
		this.models = models;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		kinds.learnFrom(models.latest());
	}

	@EventListener
	void on(ModelsDeployed deployed) {
		kinds.learnFrom(models.latest());
	}

	/** Somebody may have asked for the kinds between the learning and its commit. */
	@TransactionalEventListener
	void committed(ModelsDeployed deployed) {
		kinds.readAgain();
	}

	/** What was published through another node is known here a minute later. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void look() {
		kinds.readAgain();
	}
}
