package cn.cuobian.messages;

import java.time.Clock;
import java.time.LocalDate;

import cn.cuobian.messages.Notice.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells administrators, once a day, that mails did not go out. */
@Component
class ParkedNotices {

	private final Postbox postbox;
	private final Supervisors supervisors;
	private final Clock clock;

	ParkedNotices(Postbox postbox, Supervisors supervisors, Clock clock) {
		this.postbox = postbox;
		this.supervisors = supervisors;
		this.clock = clock;
	}

	@Transactional
	void tell() {
		var today = LocalDate.now(clock).toString();
		postbox.tell(supervisors.administrators(), new Notice("mails-parked:" + today, Kind.MAIL_PARKED, today, "/admin/mails", null));
	}
}
