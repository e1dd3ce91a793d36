package cn.cuobian.messages;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Tells people something in the running transaction: each gets a line in his inbox, and a mail at once or in the next
 * digest if he wants mails.
 */
@Component
class Postbox {

	private final InboxRows inbox;
	private final MailRows mails;

	Postbox(InboxRows inbox, MailRows mails) {
		this.inbox = inbox;
		this.mails = mails;
	}

	void tell(Collection<Long> persons, Notice notice) {
		tell(persons.stream().distinct().map(person -> new Telling(person, notice)).toList());
	}

	/** Many at once, in batches. */
	void tell(List<Telling> tellings) {
		if (!tellings.isEmpty()) {
			mails.add(inbox.add(tellings));
		}
	}

	/** A mail to who reported the matter, if he gave an address for it. */
	void write(long matterId, Notice notice) {
		mails.addTo(new Addressee.Reporter(matterId), notice);
	}

	/** A mail to each of people who do not work with the system. */
	void write(List<? extends Addressee> to, Notice notice) {
		mails.addTo(to, notice);
	}

	/** The task is done: nobody has to be told of it any more. */
	void forgetTask(String taskId) {
		inbox.forgetTask(taskId);
	}
}
