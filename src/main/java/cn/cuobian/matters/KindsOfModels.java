package cn.cuobian.matters;

import java.util.concurrent.TimeUnit;

import cn.cuobian.engine.Models;
import cn.cuobian.engine.ModelsDeployed;
import cn.cuobian.nodes.BellRung;
import cn.cuobian.nodes.Bells;
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

	private static final String BELL = "kinds";

	private final Kinds kinds;
	private final Models models;
	private final Bells bells;

	KindsOfModels(Kinds kinds, Models models, Bells bells) {
		this.kinds = kinds;
		this.models = models;
		this.bells = bells;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		kinds.learnFrom(models.latest());
		bells.ring(BELL);
	}

	@EventListener
	void on(ModelsDeployed deployed) {
		kinds.learnFrom(models.latest());
		bells.ring(BELL);
	}

	/** Somebody may have asked for the kinds between the learning and its commit. */
	@TransactionalEventListener
	void committed(ModelsDeployed deployed) {
		kinds.readAgain();
	}

	/** What was published through another node. */
	@EventListener
	void on(BellRung bell) {
		if (bell.isAbout(BELL)) {
			kinds.readAgain();
		}
	}

	/** A bell may be lost; what was published is known here a minute later all the same. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void look() {
		kinds.readAgain();
	}
}
