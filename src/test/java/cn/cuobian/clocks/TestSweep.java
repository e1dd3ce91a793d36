package cn.cuobian.clocks;

import org.springframework.context.ApplicationContext;

/** Rings what is due, for tests of rooms above that travel in time. */
public final class TestSweep {

	private TestSweep() {
	}

	public static void run(ApplicationContext application) {
		application.getBean(RungSweep.class).run();
	}
}
