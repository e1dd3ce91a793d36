package cn.cuobian.engine.camunda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.migration.DefaultMigrationInstructionGenerator;
import org.camunda.bpm.engine.impl.migration.MigrationPlanImpl;
import org.camunda.bpm.engine.impl.migration.validation.instruction.MigrationInstructionValidationReportImpl;
import org.camunda.bpm.engine.impl.migration.validation.instruction.MigrationInstructionValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.UpdateEventTriggersValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.ValidatingMigrationInstruction;
import org.camunda.bpm.engine.impl.migration.validation.instruction.ValidatingMigrationInstructionImpl;
import org.camunda.bpm.engine.impl.migration.validation.instruction.ValidatingMigrationInstructions;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * How the steps of one version are carried over to another: as wished, and by their ids where nothing was wished. What
 * the engine's own rules do not take is left out; whoever waits there has no way over. Inside the engine's context only.
 */
final class Crossing {

	/** How often leaving one way out may leave the next one without its surroundings. */
	private static final int DEEPEST = 20;

	/** What each of the engine's rules is about, for sentences. */
	private static final Map<String, String> ABOUT = Map.of("SameBehaviorInstructionValidator", "kind", "SameEventTypeValidator", "event",
			"SameEventScopeInstructionValidator", "border", "CannotAddMultiInstanceBodyValidator", "several", "CannotAddMultiInstanceInnerActivityValidator",
			"several", "CannotRemoveMultiInstanceInnerActivityValidator", "several", "AdditionalFlowScopeInstructionValidator", "inside",
			"GatewayMappingValidator", "gateway");

	private final ProcessEngineConfigurationImpl engine;
	private final ProcessDefinitionImpl from;
	private final ProcessDefinitionImpl to;
	private final Map<String, String> wishes;
	private final ValidatingMigrationInstructions ways;

	private Crossing(ProcessEngineConfigurationImpl engine, ProcessDefinitionImpl from, ProcessDefinitionImpl to, Map<String, String> wishes) {
		this.engine = engine;
		this.from = from;
		this.to = to;
		this.wishes = new LinkedHashMap<>(wishes);
		this.ways = ways();
	}

	static Crossing between(ProcessEngineConfigurationImpl engine, ProcessDefinitionImpl from, ProcessDefinitionImpl to, Map<String, String> wishes) {
		return new Crossing(engine, from, to, wishes);
	}

	private ValidatingMigrationInstructions ways() {
		var all = new ValidatingMigrationInstructions();
		wishes.forEach((source, target) -> way(source, target).ifPresent(all::addInstruction));
		((DefaultMigrationInstructionGenerator) engine.getMigrationInstructionGenerator()).generate(from, to, from, to, all, true);
		int before = -1;
		for (int round = 0; round < DEEPEST && all.getInstructions().size() != before; round++) {
			before = all.getInstructions().size();
			all.filterWith(engine.getMigrationInstructionValidators());
		}
		return all;
	}

	private Optional<ValidatingMigrationInstruction> way(String source, String target) {
		ActivityImpl leaving = from.findActivity(source);
		ActivityImpl entering = to.findActivity(target);
		return leaving == null || entering == null ? Optional.empty()
				: Optional.of(new ValidatingMigrationInstructionImpl(leaving, entering, UpdateEventTriggersValidator.definesPersistentEventTrigger(leaving)));
	}

	MigrationPlan plan(String fromId, String toId) {
		var plan = new MigrationPlanImpl(fromId, toId);
		plan.setInstructions(ways.asMigrationInstructions());
		return plan;
	}

	/** The step that is come to; empty when there is no way. */
	Optional<String> landing(String element) {
		ActivityImpl step = from.findActivity(element);
		return step == null ? Optional.empty()
				: ways.getInstructionsBySourceScope(step).stream().findFirst().map(way -> way.getTargetActivity().getId());
	}

	/** Other steps of the same kind at which it could go on. Parts of a step of several stay where they are. */
	List<String> possible(String element) {
		ActivityImpl step = from.findActivity(element);
		if (step == null || isOneOfSeveral(step)) {
			return landing(element).map(List::of).orElse(List.of());
		}
		List<String> possible = new ArrayList<>();
		to.getActivities().forEach(candidate -> collect(element, candidate, possible));
		return possible;
	}

	private void collect(String element, ActivityImpl candidate, List<String> possible) {
		Map<String, String> wished = new LinkedHashMap<>(wishes);
		wished.put(element, candidate.getId());
		boolean sameKind = from.findActivity(element).getActivityBehavior() != null && candidate.getActivityBehavior() != null
				&& from.findActivity(element).getActivityBehavior().getClass() == candidate.getActivityBehavior().getClass();
		if (sameKind && between(engine, from, to, wished).landing(element).filter(candidate.getId()::equals).isPresent()) {
			possible.add(candidate.getId());
		}
		if (!(candidate.getActivityBehavior() instanceof MultiInstanceActivityBehavior)) {
			candidate.getActivities().forEach(inner -> collect(element, inner, possible));
		}
	}

	/** What the engine says against a wish. */
	List<String> against(String element) {
		String wished = wishes.get(element);
		if (wished == null || landing(element).filter(wished::equals).isPresent()) {
			return List.of();
		}
		return way(element, wished).map(this::broken).orElse(List.of("gone"));
	}

	private List<String> broken(ValidatingMigrationInstruction way) {
		return engine.getMigrationInstructionValidators().stream().filter(rule -> breaks(way, rule))
				.map(rule -> ABOUT.getOrDefault(rule.getClass().getSimpleName(), "engine")).distinct().toList();
	}

	private boolean breaks(ValidatingMigrationInstruction way, MigrationInstructionValidator rule) {
		var report = new MigrationInstructionValidationReportImpl(way.toMigrationInstruction());
		rule.validate(way, ways, report);
		return report.hasFailures();
	}

	static boolean isOneOfSeveral(ScopeImpl step) {
		for (ScopeImpl scope = step.getFlowScope(); scope instanceof ActivityImpl activity; scope = activity.getFlowScope()) {
			if (activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior) {
				return true;
			}
		}
		return false;
	}
}
