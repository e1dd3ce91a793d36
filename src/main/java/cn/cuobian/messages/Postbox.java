package cn.cuobian.messages;

import java.util.Collection;

import org.springframework.stereotype.Component;

/** Tells people something in the running transaction: each gets a line in his inbox, and a mail if he wants mails. */
@Component
class Postbox {

	private final InboxRows inbox;
	private final MailRows mails;

	Postbox(InboxRows inbox, MailRows mails) {
		this.inbox = inbox;
		this.mails = mails;
	}

	void tell(Collection<Long> persons, Notice notice) {
		persons.stream().distinct().filter(person -> inbox.add(person, notice)).forEach(person -> mails.add(person, notice));
	}

	/** The task is done: nobody has to be told of it any more. */
	void forgetTask(String taskId) {
		inbox.forgetTask(taskId);
	}
}
