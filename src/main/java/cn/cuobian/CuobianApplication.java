package cn.cuobian;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.TimeZone;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

import cn.cuobian.relocation.Relocation;

/**
 * Starts the server, or runs one command and ends: {@code java -jar cuobian.jar verify-records}.
 * A command is a bean that exists only while {@code cuobian.command} has its name.
 */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "Cuobian", sharedModules = "refusals")
class CuobianApplication {

	/** Deadlines are counted here; the engine stores instants without a zone, so every node must agree. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	public static void main(String[] args) {
		TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
		if (args.length == 0 || args[0].startsWith("--")) {
			new SpringApplicationBuilder(CuobianApplication.class).run(args);
			return;
		}
		System.exit(command(args[0], Arrays.copyOfRange(args, 1, args.length)));
	}

	/** A command says what it has to say itself, and may have settings of its own: application-&lt;command&gt;.yaml. */
	static int command(String name, String... arguments) {
		var house = name.equals(Relocation.COMMAND) ? Relocation.class : CuobianApplication.class;
		return SpringApplication.exit(new SpringApplicationBuilder(house).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).profiles(name)
				.properties("cuobian.command=" + name, "logging.level.root=warn").run(arguments));
	}

	@Bean
	Clock clock() {
		return Clock.system(ZONE);
	}
}
