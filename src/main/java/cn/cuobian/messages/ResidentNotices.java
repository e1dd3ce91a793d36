package cn.cuobian.messages;

import java.time.Clock;
import java.util.Optional;

import cn.cuobian.matters.MatterEvent;
import cn.cuobian.matters.MatterEvent.MatterAnswered;
import cn.cuobian.matters.MatterEvent.MatterClosed;
import cn.cuobian.matters.MatterEvent.MatterRefused;
import cn.cuobian.matters.MatterEvent.MatterReported;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.ResidentMail;
import cn.cuobian.messages.Notice.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails to who reported a matter and left an address with consent. They carry the matter's number and the way to the
 * page where the code is typed in, never the code itself: a mail is read by others and kept for years, and whoever has
 * the code may rate and withdraw.
 */
@Component
class ResidentNotices {

	private static final String TRACK = "/track";

	private final Postbox postbox;
	private final ResidentMail residents;
	private final MatterFile file;
	private final Clock clock;

	ResidentNotices(Postbox postbox, ResidentMail residents, MatterFile file, Clock clock) {
		this.postbox = postbox;
		this.residents = residents;
		this.file = file;
		this.clock = clock;
	}

	@EventListener
	void on(MatterReported event) {
		write(event, Kind.RESIDENT_RECEIVED);
	}

	@EventListener
	void on(MatterAnswered event) {
		write(event, Kind.RESIDENT_ANSWERED);
	}

	@EventListener
	void on(MatterRefused event) {
		write(event, Kind.RESIDENT_ANSWERED);
	}

	@EventListener
	void on(MatterClosed event) {
		if (!event.rated()) {
			write(event, Kind.RESIDENT_UNRATED);
		}
	}

	private void write(MatterEvent event, Kind kind) {
		write(event.matterId(), kind, String.valueOf(clock.millis()));
	}

	/** @param once what makes this time different from the last: an answered matter may be opened and answered again */
	void write(long matterId, Kind kind, String once) {
		Optional.of(matterId).filter(residents::mayBeWanted).ifPresent(id -> postbox.write(id,
				new Notice("matter:%d:%s:%s".formatted(id, kind.code(), once), kind, file.of(id).number(), TRACK, null)));
	}
}
