package cn.cuobian.messages;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits. A mail goes out at least once and always with the same Message-ID; what fails is tried again after
 * longer and longer pauses, in the end it is parked.
 */
@Component
class MailRound {

	private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
	private static final int MOST = 50;
	/** After the first, second … attempt; who fails after the last one is parked. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofHours(2), Duration.ofHours(8));

	private final MailRows rows;
	private final MailAddresses addresses;
	private final MailText text;
	private final ObjectProvider<JavaMailSender> server;

	MailRound(MailRows rows, MailAddresses addresses, MailText text, ObjectProvider<JavaMailSender> server) {
		this.rows = rows;
		this.addresses = addresses;
		this.text = text;
		this.server = server;
	}

	/** Every ten seconds, where there is a mail server. */
	@Scheduled(cron = "${cuobian.mail.times:*/10 * * * * *}")
	void run() {
		var sender = server.getIfAvailable();
		if (sender != null) {
			rows.due(MOST).forEach(mail -> attempt(mail, sender));
		}
	}

	private void attempt(Mail mail, JavaMailSender sender) {
		var pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1));
		if (!rows.take(mail, pause)) {
			return;
		}
		try {
			addresses.of(mail.personId()).ifPresent(address -> sender.send(text.of(mail, address, sender.createMimeMessage())));
			rows.sent(mail);
		} catch (MailException e) {
			failed(mail, e);
		}
	}

	private void failed(Mail mail, MailException e) {
		if (mail.attempts() + 1 > PAUSES.size()) {
			rows.park(mail);
			LOG.error("Mail {} was given up after {} attempts: {}", mail.id(), mail.attempts() + 1, e.getClass().getSimpleName());
		} else {
			LOG.warn("Mail {} could not be sent and is tried again: {}", mail.id(), e.getClass().getSimpleName());
		}
	}
}
