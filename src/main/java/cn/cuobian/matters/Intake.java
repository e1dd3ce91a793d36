package cn.cuobian.matters;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.Processes;
import cn.cuobian.instruments.Trace;
import cn.cuobian.matters.MatterEvent.MatterReported;
import cn.cuobian.matters.ReportCheck.Checked;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.SecretCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes matters in. What is refused is refused before anything is written; what is acknowledged is written: file,
 * record, sight, search and the first step of the process are one commit.
 */
@Component
public class Intake {

	private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

	private final ReportCheck check;
	private final Attachments attachments;
	private final MatterNumbers numbers;
	private final MatterRegister register;
	private final Codes codes;
	private final Procedures procedures;
	private final Processes processes;
	private final ApplicationEventPublisher announce;
	private final Clock clock;
	private final TransactionTemplate transaction;

	Intake(ReportCheck check, Attachments attachments, MatterNumbers numbers, MatterRegister register, Codes codes,
			Procedures procedures, Processes processes, ApplicationEventPublisher announce, Clock clock, PlatformTransactionManager transactions) {
		this.check = check;
		this.attachments = attachments;
		this.numbers = numbers;
		this.register = register;
		this.codes = codes;
		this.procedures = procedures;
		this.processes = processes;
		this.announce = announce;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Files a report and starts the process of its kind.
	 *
	 * @throws Refusal with every fault of the report; nothing is written then
	 */
	public Receipt report(Report report) {
		return file(ready(report));
	}

	/** A report without a fault, and its files where they will lie: all that lasts, and nothing is written of it yet. */
	record Ready(Checked checked, List<KeptFile> files) {
	}

	/** @throws Refusal with every fault of the report */
	Ready ready(Report report) {
		return new Ready(check.check(report), attachments.keep(report.photos()));
	}

	Receipt file(Ready ready) {
		Checked checked = ready.checked();
		var receipt = transaction.execute(status -> file(checked, ready.files()));
		Trace.about(receipt.number());
		LOG.info("Filed as kind {}", checked.kind().code());
		return receipt;
	}

	private Receipt file(Checked checked, List<KeptFile> files) {
		String number = numbers.next(checked.place().path());
		long id = register.enter(checked, number, files, clock.instant().truncatedTo(ChronoUnit.MILLIS));
		SecretCode code = codes.issue(id, Codes.Holder.REPORTER);
		announce.publishEvent(new MatterReported(id, number, checked.place().code(), checked.kind().code(),
				checked.report().urgent()));
		processes.start(procedures.of(checked.kind(), checked.place()), MatterFacts.subjectOf(id), facts(id, checked));
		return new Receipt(number, code.inGroups());
	}

	/** Ids and decisions only; every word stays here. */
	private static Map<String, Object> facts(long id, Checked checked) {
		return Map.of("matterId", id, "place", checked.place().code(), "kind", checked.kind().code(), "urgent",
				checked.report().urgent(), "scope", checked.scope().code());
	}
}
