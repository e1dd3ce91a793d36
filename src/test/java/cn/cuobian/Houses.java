package cn.cuobian;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as an administrator starts it, on whatever database a test names. */
public final class Houses {

	private Houses() {
	}

	/** Runs a command and answers its exit code. */
	public static int command(String name, String... arguments) {
		return CuobianApplication.command(name, arguments);
	}

	/** Opens a house in which a test moves the clock. Close it. */
	public static ConfigurableApplicationContext open(Class<?>[] more, String... settings) {
		return new SpringApplicationBuilder(CuobianApplication.class).sources(TestClock.Installed.class).sources(more)
				.web(WebApplicationType.SERVLET).profiles("test").run(settings);
	}
}
