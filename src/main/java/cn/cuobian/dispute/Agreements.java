package cn.cuobian.dispute;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import cn.cuobian.clocks.DueText;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.Timeline;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.WorkDone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the thirty days for the court run from the day an agreement takes effect (People's Mediation Law, article 33),
 * whenever a mediator writes it down. Too late is on record with the day; the agreement itself holds all the same.
 */
@Component
class Agreements {

	private static final String EFFECTIVE_ON = "effective_on";

	private final MethodClocks clocks;
	private final Timeline timeline;
	private final MatterFile file;
	private final Clock clock;

	Agreements(MethodClocks clocks, Timeline timeline, MatterFile file, Clock clock) {
		this.clocks = clocks;
		this.timeline = timeline;
		this.file = file;
		this.clock = clock;
	}

	/**
	 * Before the procedure moves on to the step whose clock this is.
	 *
	 * @throws Refusal on field {@code effective_on}: {@code dispute.effective-later}, {@code dispute.effective-before-mediation}
	 */
	@EventListener
	void on(WorkDone work) {
		var effective = work.words().get(EFFECTIVE_ON);
		if (work.elementId().equals(MediationModel.MEDIATE) && effective != null) {
			agreed(Long.parseLong(work.subject().substring("matter:".length())), LocalDate.parse(effective));
		}
	}

	private void agreed(long matterId, LocalDate effective) {
		refuseUnlessMeanwhile(matterId, effective);
		var due = clocks.awaitCourt(matterId, file.of(matterId).facts().place(), effective);
		if (!clock.instant().isBefore(due)) {
			timeline.note(matterId, "mediation.window-was-over", effective.toString(), DueText.of(due));
		}
	}

	private void refuseUnlessMeanwhile(long matterId, LocalDate effective) {
		if (effective.isAfter(day(clock.instant()))) {
			throw Refusal.onField(EFFECTIVE_ON, "dispute.effective-later");
		}
		var begun = timeline.of(matterId).stream().filter(line -> line.text("note").equals(MediationVerbs.BEGUN))
				.map(line -> day(line.at())).reduce((earlier, later) -> later).orElseThrow();
		if (effective.isBefore(begun)) {
			throw Refusal.onField(EFFECTIVE_ON, "dispute.effective-before-mediation", begun.toString());
		}
	}

	private static LocalDate day(Instant instant) {
		return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
	}
}
