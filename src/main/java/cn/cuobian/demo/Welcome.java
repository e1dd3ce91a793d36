package cn.cuobian.demo;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Group;
import cn.cuobian.people.Posts;

/** The last thing that a start prints: where to go and as whom to sign in. */
@Component
@Profile("demo")
class Welcome {

	private final DemoTown town;
	private final DemoMatters matters;
	private final DemoOwners owners;
	private final Posts posts;
	private final MessageSource messages;
	private final Environment environment;

	Welcome(DemoTown town, DemoMatters matters, DemoOwners owners, Posts posts, MessageSource messages, Environment environment) {
		this.town = town;
		this.matters = matters;
		this.owners = owners;
		this.posts = posts;
		this.messages = messages;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void welcome() {
		town.settle();
		matters.bringUp();
		owners.gather();
		var port = environment.getProperty("local.server.port");
		if (port != null) {
			System.out.println(text("http://localhost:" + port));
		}
	}

	String text(String address) {
		var table = town.posts().entrySet().stream().map(this::line).collect(Collectors.joining());
		return "%n%s%n%s%n%s%s%n".formatted(say(Locale.CHINA, address), say(Locale.ENGLISH, address), table, address);
	}

	private String line(Map.Entry<String, Group> known) {
		var group = known.getValue().key();
		return "  %-16s %s  (%s)%n".formatted(known.getKey(), posts.nameOf(group, Locale.CHINA), posts.nameOf(group, Locale.ENGLISH));
	}

	private String say(Locale locale, String address) {
		return messages.getMessage("demo.welcome", new Object[] { address, DemoTown.PASSWORD }, locale);
	}
}
