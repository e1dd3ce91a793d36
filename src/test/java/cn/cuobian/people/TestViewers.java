package cn.cuobian.people;

import org.springframework.context.ApplicationContext;

/** Makes the viewer that a signed-in person would be, for tests that work below the web. */
public final class TestViewers {

	private TestViewers() {
	}

	public static Viewer of(ApplicationContext application, Person person) {
		return application.getBean(ViewerFacts.class).of(person);
	}
}
