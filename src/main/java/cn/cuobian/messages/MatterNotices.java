package cn.cuobian.messages;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.matters.MatterEvent;
import cn.cuobian.matters.MatterEvent.MatterRated;
import cn.cuobian.matters.MatterEvent.MatterReopened;
import cn.cuobian.matters.MatterEvent.MatterWithdrawn;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.Timeline;
import cn.cuobian.matters.TimelineEntry;
import cn.cuobian.messages.Notice.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who worked on a matter what the resident made of it. */
@Component
class MatterNotices {

	private final Postbox postbox;
	private final MatterFile file;
	private final Timeline timeline;
	private final Clock clock;

	MatterNotices(Postbox postbox, MatterFile file, Timeline timeline, Clock clock) {
		this.postbox = postbox;
		this.file = file;
		this.timeline = timeline;
		this.clock = clock;
	}

	@EventListener
	void on(MatterRated event) {
		tell(event, Kind.MATTER_RATED);
	}

	@EventListener
	void on(MatterReopened event) {
		tell(event, Kind.MATTER_REOPENED);
	}

	@EventListener
	void on(MatterWithdrawn event) {
		tell(event, Kind.MATTER_WITHDRAWN);
	}

	/** A matter may be rated and taken up again more than once: each time is told. */
	private void tell(MatterEvent event, Kind kind) {
		var number = file.of(event.matterId()).number();
		postbox.tell(workers(event.matterId()), new Notice("matter:%d:%s:%d".formatted(event.matterId(), kind.code(), clock.millis()), kind,
				number, "/matters/" + number, null));
	}

	private Set<Long> workers(long matterId) {
		return timeline.of(matterId).stream().map(TimelineEntry::actor).filter(Objects::nonNull).collect(Collectors.toSet());
	}
}
