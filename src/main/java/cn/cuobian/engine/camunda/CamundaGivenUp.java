package cn.cuobian.engine.camunda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.GivenUp;

/** Starts from the small table of incidents: the large one of jobs is not searched. */
@Component
class CamundaGivenUp implements GivenUp {

	private static final String STOPPED = """
			select j.id_, e.business_key_, j.process_def_id_, i.activity_id_, i.incident_timestamp_, j.exception_msg_ from act_ru_incident i
			join act_ru_job j on j.id_ = i.configuration_ left join act_ru_execution e on e.id_ = j.process_instance_id_
			where i.incident_type_ = 'failedJob' and j.retries_ = 0""";
	private static final String GONE = "engine.not-given-up";

	/** The last cause in a stack trace, or its first line. */
	private static final Pattern CAUSE = Pattern.compile("(?m)^(?:Caused by: )?((?:[a-z]\\w*\\.)+([A-Z]\\w*))");
	private static final Pattern OF_THE_DATABASE = Pattern.compile("java\\.sql\\..*|org\\.(postgresql|h2)\\..*|org\\.springframework\\.(dao|jdbc)\\..*");

	private final JdbcClient db;
	private final ManagementService management;
	private final RepositoryService repository;
	private final ProcessEngineConfigurationImpl engine;
	private final EngineSettings settings;

	CamundaGivenUp(JdbcClient db, ManagementService management, RepositoryService repository, ProcessEngineConfigurationImpl engine, EngineSettings settings) {
		this.db = db;
		this.management = management;
		this.repository = repository;
		this.engine = engine;
		this.settings = settings;
	}

	@Override
	public List<Stopped> newest(int most) {
		return db.sql(STOPPED + " order by i.incident_timestamp_ desc fetch first ? rows only").param(most).query(this::stopped).list();
	}

	@Override
	public Stopped tryAgain(String id) {
		Stopped stopped = db.sql(STOPPED + " and j.id_ = ?").param(id).query(this::stopped).optional().orElseThrow(() -> Clashes.conflict(GONE));
		return Clashes.refused(GONE, () -> engine.getCommandExecutorTxRequired().execute(context -> {
			begin(context, id);
			return stopped;
		}));
	}

	private void begin(CommandContext context, String id) {
		var job = context.getJobManager().findJobById(id);
		if (job == null || job.getRetries() > 0) {
			throw Clashes.conflict(GONE);
		}
		job.setRetries(settings.retries().size() + 1);
		job.setLockOwner(null);
		job.setLockExpirationTime(null);
		job.setDuedate(ClockUtil.getCurrentTime());
	}

	private Stopped stopped(ResultSet row, int n) throws SQLException {
		String id = row.getString(1);
		Instant since = row.getTimestamp(5).toInstant();
		Optional<FlowElement> step = step(row.getString(3), row.getString(4));
		String name = step.map(FlowElement::getName).orElse("");
		String nameEn = step.map(CamundaGivenUp::english).orElse(name);
		String subject = Objects.toString(row.getString(2), "");
		if (Acquisition.SILENT.equals(row.getString(6))) {
			return new Stopped(id, subject, name, nameEn, since, Reason.SILENT, "");
		}
		String error = "";
		Reason reason = Reason.ERROR;
		var causes = CAUSE.matcher(Objects.toString(management.getJobExceptionStacktrace(id), ""));
		while (causes.find()) {
			error = causes.group(2);
			reason = reason(causes.group(1), error);
		}
		return new Stopped(id, subject, name, nameEn, since, reason, error);
	}

	private static Reason reason(String error, String name) {
		return OF_THE_DATABASE.matcher(error).matches() ? Reason.DATABASE
				: name.equals("OutOfMemoryError") || name.equals("StackOverflowError") ? Reason.MEMORY : Reason.ERROR;
	}

	private Optional<FlowElement> step(String definition, String activity) {
		return Optional.ofNullable(definition).filter(known -> activity != null)
				.map(known -> repository.getBpmnModelInstance(known).getModelElementById(activity));
	}

	/** A timer at the edge of a task bears the task's name: in English it has none of its own. */
	private static String english(FlowElement step) {
		FlowElement named = step instanceof BoundaryEvent edge ? edge.getAttachedTo() : step;
		return Optional.ofNullable(named.getExtensionElements()).stream()
				.flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
				.flatMap(properties -> properties.getCamundaProperties().stream()).filter(property -> "name.en".equals(property.getCamundaName()))
				.map(property -> property.getCamundaValue()).findFirst().orElseGet(step::getName);
	}
}
