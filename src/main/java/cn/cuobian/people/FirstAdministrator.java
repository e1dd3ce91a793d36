package cn.cuobian.people;

import java.time.Clock;
import java.util.Locale;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first administrator when there is no account at all, and prints a random password once. There is no
 * password that works everywhere; the demonstration brings its own people.
 */
@Component
@Profile("!demo & !test")
@ConditionalOnWebApplication
class FirstAdministrator {

	private final Accounts accounts;
	private final Appointments appointments;
	private final TransactionTemplate transaction;
	private final MessageSource messages;
	private final Clock clock;

	FirstAdministrator(Accounts accounts, Appointments appointments, TransactionTemplate transaction,
			MessageSource messages, Clock clock) {
		this.accounts = accounts;
		this.appointments = appointments;
		this.transaction = transaction;
		this.messages = messages;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void makeIfNobodyIsThere() {
		if (accounts.isEmpty()) {
			var password = accounts.oneTimePassword();
			transaction.executeWithoutResult(status -> make(password));
			// printed and not logged: log files are kept and read by others
			System.out.println(sentence(password, Locale.CHINA) + System.lineSeparator() + sentence(password, Locale.ENGLISH));
		}
	}

	private void make(String password) {
		var person = accounts.create(messages.getMessage("people.first-administrator", null, Locale.CHINA), "admin", password);
		appointments.appoint(person.id(), Posts.LAST, Group.EVERYWHERE, clock.instant(), null);
	}

	private String sentence(String password, Locale locale) {
		return messages.getMessage("people.first-password", new Object[] { "admin", password }, locale);
	}
}
