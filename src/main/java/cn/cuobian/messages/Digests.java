package cn.cuobian.messages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import cn.cuobian.messages.Notice.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One mail per person and day for those who want it so: what happened since the last one and is not settled yet. It is
 * made the first time somebody looks after the hour, so a morning on which the server was down is made up for.
 */
@Component
class Digests {

	private final InboxRows inbox;
	private final MailRows mails;
	private final Clock clock;
	private final LocalTime hour;
	private final TransactionTemplate transaction;

	Digests(InboxRows inbox, MailRows mails, Clock clock, @Value("${cuobian.mail.digest:08:30}") String hour,
			PlatformTransactionManager transactions) {
		this.inbox = inbox;
		this.mails = mails;
		this.clock = clock;
		this.hour = LocalTime.parse(hour);
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Nothing happened: nothing is written. */
	void make() {
		var today = LocalDate.now(clock);
		var due = today.atTime(hour).atZone(clock.getZone()).toInstant();
		if (!clock.instant().isBefore(due)) {
			inbox.waitingForDigest(due).forEach(person -> transaction.executeWithoutResult(status -> make(person, today, due)));
		}
	}

	private void make(long person, LocalDate today, Instant due) {
		var notice = new Notice("digest:%d:%s".formatted(person, today), Kind.DIGEST, today.toString(), "/inbox", null);
		mails.addTo(new Addressee.Staff(person), notice).ifPresent(mail -> inbox.putInto(mail, person, due));
	}
}
