package cn.cuobian;

import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as an administrator starts it, on whatever database a test names. */
public final class Houses {

	private Houses() {
	}

	/** Runs a command and answers its exit code. */
	public static int command(String name, String... arguments) {
		return beside(() -> CuobianApplication.command(name, arguments));
	}

	/** Opens a house in which a test moves the clock. Close it. */
	public static ConfigurableApplicationContext open(Class<?>[] more, String... settings) {
		return beside(() -> new SpringApplicationBuilder(CuobianApplication.class).sources(TestClock.Installed.class).sources(more)
				.web(WebApplicationType.SERVLET).profiles("test").run(settings));
	}

	/** Only warnings are logged, where no context of a test has settled that before. */
	public static void quiet() {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
	}

	/** Without hands on the log: a house that closes would end it for every other house of this virtual machine. */
	private static <T> T beside(Supplier<T> house) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		try {
			return house.get();
		} finally {
			System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		}
	}
}
