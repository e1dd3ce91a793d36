package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import cn.cuobian.clocks.ReachedRung;
import cn.cuobian.clocks.RungsReached;
import cn.cuobian.clocks.TestSweep;
import cn.cuobian.dispute.Disputing;
import cn.cuobian.matters.Contact;
import cn.cuobian.messages.Wishes.Language;
import cn.cuobian.messages.Wishes.Pace;
import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.io.ClassPathResource;

/**
 * Lets disputes run on their way over the National Day holiday of 2026 (1 to 7 October off, Sunday 20 September and Saturday
 * 10 October worked), hour by hour. Each path has a written record of every task, rung and mail; nothing else may
 * happen, and nothing of it may be missing.
 */
abstract class OverTheHoliday extends Disputing {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
	private static final List<String> PEOPLE = List.of("branch-secretary", "property-manager", "community-secretary", "mediator",
			"district-meeting-secretary", "follow-up-person", "dept-fire", "supervisor");

	@Autowired
	MailWishes wishes;

	private final List<String> happened = new ArrayList<>();
	private final ApplicationListener<PayloadApplicationEvent<RungsReached>> bell = event -> event.getPayload().rungs().forEach(this::rang);
	private final Set<String> seen = new HashSet<>();
	private MailServer server;
	private Disputed quarrel;
	private int tasks;

	@BeforeEach
	void everybodyWantsMails() {
		db.sql("update mail set state = 'SENT'").update(); // of tests before this one
		db.sql("update clock set next_rung_at = null").update();
		PEOPLE.forEach(post -> wishes.set(personOf(post), new Wishes(post + "@w37.example", Pace.AT_ONCE, Language.ZH,
				LocalTime.of(21, 0), LocalTime.of(8, 0))));
		((ConfigurableApplicationContext) application).addApplicationListener(bell);
		server = new MailServer(application);
		server.start();
	}

	@AfterEach
	void stop() {
		((ConfigurableApplicationContext) application).removeApplicationListener(bell);
		server.stop();
	}

	Disputed reported(String time) {
		clock.setTo(LocalDateTime.parse(time).atZone(ZONE).toInstant());
		quarrel = report("noise-dust", new Contact("李桂花", null, "resident@w37.example"));
		return quarrel;
	}

	/** Lets hour after hour pass until then. */
	Disputed at(String time) {
		var until = LocalDateTime.parse(time).atZone(ZONE).toInstant();
		look();
		while (clock.instant().isBefore(until)) {
			clock.travel(Duration.ofHours(1));
			int before = happened.size();
			int ran = due.runDue();
			TestSweep.run(application);
			if (ran > 0 || happened.size() > before || isMailHour()) {
				look();
			}
		}
		return quarrel;
	}

	/** Mails of the night leave at eight; looking every hour would take minutes. */
	private boolean isMailHour() {
		return clock.instant().atZone(ZONE).getHour() == 8;
	}

	/** Writes down the tasks that opened and the mails that arrived since the last look. */
	private void look() {
		var opened = quarrel.lines("OPENED").map(line -> line.text("element")).toList();
		opened.subList(tasks, opened.size()).forEach(task -> write("task  " + task));
		tasks = opened.size();
		server.round();
		server.received().stream().filter(mail -> MailServer.subject(mail).contains(quarrel.number))
				.filter(mail -> seen.add(MailServer.messageId(mail) + line(mail))).map(this::line).sorted().forEach(this::write);
	}

	private String line(MimeMessage mail) {
		try {
			var to = Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]|@w37.example", "");
			return "mail  " + to + ": " + MailServer.subject(mail).replace(quarrel.number, "#");
		} catch (jakarta.mail.MessagingException e) {
			throw new AssertionError(e);
		}
	}

	private void rang(ReachedRung rung) {
		if (rung.subject().equals(quarrel.subject)) {
			write("rung  " + rung.code() + " " + rung.rung());
		}
	}

	private void write(String line) {
		happened.add(HOUR.format(clock.instant().atZone(ZONE)) + "  " + line);
	}

	void happened(String path) throws IOException {
		look();
		var record = new ClassPathResource("holiday/" + path + ".txt").getContentAsString(StandardCharsets.UTF_8);
		assertThat(happened).containsExactlyElementsOf(record.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
	}
}
