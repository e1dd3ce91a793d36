package cn.cuobian.notices;

import org.springframework.context.ApplicationContext;

/** Ends notices whose time is up, for tests that travel in time. */
public final class DueNotices {

	private DueNotices() {
	}

	public static void run(ApplicationContext application) {
		application.getBean(Notices.class).round();
	}
}
