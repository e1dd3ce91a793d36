package cn.cuobian.engine.camunda;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.variable.serializer.ByteArrayValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.FileValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;

/**
 * An engine for models that somebody else wrote. With the engine's defaults "may draw a model" means "has a shell on the
 * server"; here a model reaches verbs and decision tables, and nothing else.
 */
class ClosedEngine extends SpringTransactionsProcessEngineConfiguration {

	private static final int LONGEST_ANSWER = 500;

	ClosedEngine(VerbBeans verbs, List<BpmnParseListener> listeners) {
		setExpressionManager(new SafeExpressions(verbs));
		setArtifactFactory(new NoArtifacts());
		setScriptEngineResolver(new NoScripts());
		setCustomPreDeployers(new ArrayList<>(List.of(new Guard(verbs.catalogue()))));
		setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new Tripwire())));
		setCustomPostBPMNParseListeners(new ArrayList<>(listeners));
		refuseCode();
		keepLittle();
		setIdGenerator(new TimeOrderedIds());
		setEnableExceptionsAfterUnhandledBpmnError(true); // the default ends the branch in silence
		setJobExecutorAcquireByDueDate(true);
		setEnsureJobDueDateNotNull(true);
		setEnableCmdExceptionLogging(false); // a refusal is an answer, not an error
		setEnableFetchProcessDefinitionDescription(false); // nobody reads it, and each list would read every drawing for it
	}

	private void refuseCode() {
		setEnableExpressionsInAdhocQueries(false);
		setEnableExpressionsInStoredQueries(false);
		setCmmnEnabled(false);
		setStandaloneTasksEnabled(false);
		setEnableXxeProcessing(false);
		setEnableScriptEngineLoadExternalResources(false);
		setConfigureScriptEngineHostAccess(false);
		setEnableFetchScriptEngineFromProcessApplication(false);
		setEnableScriptCompilation(false);
		setAutoStoreScriptVariables(false);
		setJavaSerializationFormatEnabled(false);
		setDeserializationTypeValidationEnabled(true);
		setDefaultSerializationFormat("application/json");
		setQueryMaxResultsLimit(LONGEST_ANSWER);
		setAuthorizationEnabled(false); // the engine is never asked by a person
	}

	/** The record of a matter is ours; the engine keeps where an instance stood, to show it in the diagram. */
	private void keepLittle() {
		setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
		setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
		setEnforceHistoryTimeToLive(true);
		setHistoryCleanupBatchWindowStartTime("02:00");
		setHistoryCleanupBatchWindowEndTime("05:00");
		setMetricsEnabled(false);
		setTaskMetricsEnabled(false);
	}

	/** After the engine has found its own level of the same name. */
	@Override
	public void initHistoryLevel() {
		super.initHistoryLevel();
		setHistoryLevel(new WhereItStood());
	}

	/** Without this an object that no serializer knows is stored as serialized Java, and runs code when it is read. */
	@Override
	protected void initSerialization() {
		super.initSerialization();
		for (String name : List.of(JavaObjectSerializer.NAME, new ByteArrayValueSerializer().getName(),
				new FileValueSerializer().getName(), new DateValueSerializer().getName())) {
			variableSerializers.removeSerializer(variableSerializers.getSerializerByName(name));
		}
		int texts = variableSerializers.getSerializerIndexByName(new StringValueSerializer().getName());
		variableSerializers.removeSerializer(variableSerializers.getSerializerByName(new StringValueSerializer().getName()));
		variableSerializers.addSerializer(new ShortTexts(), texts);
	}
}
