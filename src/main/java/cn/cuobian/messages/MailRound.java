package cn.cuobian.messages;

import java.time.Duration;
import java.util.List;

import cn.cuobian.messages.Envelope.Addressed;
import cn.cuobian.messages.Envelope.Undeliverable;
import cn.cuobian.messages.Envelope.Waits;
import cn.cuobian.messages.Mail.Reason;
import cn.cuobian.nodes.ClockWatch;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits. A mail goes out at least once and always with the same Message-ID; what fails is tried again after
 * longer and longer pauses. What no trying helps is parked, and a person is told.
 */
@Component
class MailRound {

	private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
	private static final int MOST = 50;
	/** No longer at it than until the next round begins several times over. */
	private static final int MOST_BATCHES = 20;
	/** After the first, second … attempt; who fails after the last one is parked. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofHours(2), Duration.ofHours(8));
	/** Longer than the slowest server that still answers within each time-out may take: meanwhile no other node takes the mail too. */
	private static final Duration HELD = Duration.ofMinutes(10);
	/** First figure of the answers after which trying again helps nobody, RFC 5321. */
	private static final int FINAL = 5;

	private final MailRows rows;
	private final Envelopes envelopes;
	private final Letters letters;
	private final MailText text;
	private final Digests digests;
	private final ParkedNotices parked;
	private final ClockWatch time;
	private final ObjectProvider<JavaMailSender> server;

	MailRound(MailRows rows, Envelopes envelopes, Letters letters, MailText text, Digests digests, ParkedNotices parked,
			ClockWatch time, ObjectProvider<JavaMailSender> server) {
		this.rows = rows;
		this.envelopes = envelopes;
		this.letters = letters;
		this.text = text;
		this.digests = digests;
		this.parked = parked;
		this.time = time;
		this.server = server;
	}

	/** Every ten seconds, where there is a mail server. A node whose clock is off would send what another has in hand. */
	@Scheduled(cron = "${cuobian.mail.times:*/10 * * * * *}")
	void run() {
		var sender = server.getIfAvailable();
		if (sender != null && !time.isOff()) {
			digests.make();
			for (int batch = 0; batch < MOST_BATCHES && send(rows.due(MOST), sender) == MOST; batch++) {
				LOG.debug("More mails wait");
			}
		}
	}

	private int send(List<Mail> mails, JavaMailSender sender) {
		mails.forEach(mail -> deliverOrPark(mail, sender));
		return mails.size();
	}

	/** One mail that cannot be written, for instance because a key of the vault is missing, must not keep the others. */
	private void deliverOrPark(Mail mail, JavaMailSender sender) {
		try {
			deliver(mail, sender);
		} catch (DataAccessException e) {
			throw e;
		} catch (RuntimeException e) {
			rows.failed(mail, e.getClass().getSimpleName());
			park(mail, Reason.BROKEN);
		}
	}

	private void deliver(Mail mail, JavaMailSender sender) {
		var envelope = envelopes.of(mail);
		if (envelope instanceof Waits waits) {
			rows.postpone(mail, waits.until());
		} else if (envelope instanceof Undeliverable lost) {
			park(mail, lost.reason());
		} else if (envelope instanceof Addressed addressed) {
			attempt(mail, addressed, sender);
		} else {
			rows.drop(mail);
		}
	}

	private void attempt(Mail mail, Addressed to, JavaMailSender sender) {
		var letter = letters.of(mail, to.languages());
		if (letter.sections().isEmpty()) {
			rows.drop(mail);
		} else if (rows.take(mail, HELD)) {
			send(mail, letter, to.address(), sender);
		}
	}

	private void send(Mail mail, Letter letter, String address, JavaMailSender sender) {
		try {
			sender.send(text.of(mail, letter, address, sender.createMimeMessage()));
			rows.sent(mail);
		} catch (MailException e) {
			sentOrFailed(mail, e);
		}
	}

	private void sentOrFailed(Mail mail, MailException e) {
		if (isTaken(e)) {
			rows.sent(mail);
		} else {
			failed(mail, e);
		}
	}

	private void failed(Mail mail, MailException e) {
		rows.failed(mail, causeOf(e).getClass().getSimpleName());
		if (e instanceof MailPreparationException) {
			park(mail, Reason.BROKEN);
		} else if (isRefused(e)) {
			park(mail, Reason.REFUSED);
		} else if (isFinal(e) || mail.attempts() + 1 > PAUSES.size()) {
			park(mail, Reason.SERVER);
		} else {
			rows.again(mail, PAUSES.get(mail.attempts()));
			LOG.warn("Mail {} could not be sent and is tried again: {}", mail.id(), causeOf(e).getClass().getSimpleName());
		}
	}

	private void park(Mail mail, Reason reason) {
		rows.park(mail, reason);
		LOG.error("Mail {} was given up after {} attempts: {}", mail.id(), mail.attempts() + 1, reason);
		parked.tell();
	}

	/** The server said that it has the mail, and only the farewell went wrong: sent again, it would come twice. */
	private static boolean isTaken(MailException e) {
		return e instanceof MailSendException sending && sending.getCause() instanceof MessagingException && sending.getFailedMessages().isEmpty();
	}

	/** The server will never take this mail. */
	private static boolean isFinal(MailException e) {
		return causeOf(e) instanceof SMTPSendFailedException said && said.getReturnCode() / 100 == FINAL;
	}

	/** The server knows for sure that nobody lives there (5xx for the recipient): trying again helps nobody. */
	private static boolean isRefused(MailException e) {
		return causeOf(e) instanceof SendFailedException refused && refused.getInvalidAddresses() != null
				&& refused.getInvalidAddresses().length > 0;
	}

	private static Throwable causeOf(MailException e) {
		if (e instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
			return sending.getMessageExceptions()[0];
		}
		return e.getCause() == null ? e : e.getCause();
	}
}
