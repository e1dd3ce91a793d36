package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows Q and V: queries that carry expressions, and variables that carry objects. Each also seen to work where nothing is closed. */
class HostileQueriesTests {

	private static ProcessEngine open;
	private static ProcessEngine closed;

	@BeforeAll
	static void build() {
		open = HostileModelsTests.open();
		closed = HostileModelsTests.closed(true);
		for (ProcessEngine engine : new ProcessEngine[] {open, closed}) {
			engine.getRepositoryService().createDeployment().addString("plain.bpmn",
					Drawings.bpmn("plain", Drawings.around("user_wait", "<bpmn:userTask id=\"user_wait\"/>"))).deploy();
		}
	}

	@AfterAll
	static void close() {
		open.close();
		closed.close();
	}

	@BeforeEach
	void forget() throws IOException {
		Effect.forget();
	}

	@Test
	void anExpressionInAnOrQueryHasNoEffect() {
		Attack.attempt(() -> orQuery(open));
		assertThat(Effect.happened()).as("the default, CVE-2026-109432").isTrue();
		Effect.forgetQuietly();

		Attack.attempt(() -> orQuery(closed));
		assertThat(Effect.happened()).isFalse();
	}

	@Test
	void anExpressionInAnOrdinaryQueryIsRefused() {
		assertThatThrownBy(() -> closed.getTaskService().createTaskQuery().taskAssigneeExpression(Hostile.EL).list())
				.hasMessageContaining("Expressions are forbidden");
		assertThat(Effect.happened()).isFalse();
	}

	@Test
	void anExpressionInAStoredFilterHasNoEffect() {
		Attack.attempt(() -> storedFilter(open));
		assertThat(Effect.happened()).as("the default").isTrue();
		Effect.forgetQuietly();

		Attack.attempt(() -> storedFilter(closed));
		assertThat(Effect.happened()).isFalse();
	}

	@Test
	void anObjectIsNeverStoredAsSerializedJava() {
		readBack(open, start(open), new Effect());
		assertThat(Effect.happened()).as("the default runs code while it reads").isTrue();
		Effect.forgetQuietly();

		var object = new Effect();
		Effect.forgetQuietly();
		String instance = start(closed);
		assertThatThrownBy(() -> closed.getRuntimeService().setVariable(instance, "object", object))
				.hasMessageContaining("serializer");
		assertThat(Effect.happened()).isFalse();
	}

	@Test
	void serializedObjectsFromOutsideAreRefused() {
		String instance = start(closed);
		for (String format : new String[] {"application/x-java-serialized-object", "application/json"}) {
			var value = Variables.serializedObjectValue(Base64.getEncoder().encodeToString(new byte[] {1}))
					.serializationDataFormat(format).objectTypeName(Effect.class.getName()).create();
			assertThatThrownBy(() -> closed.getRuntimeService().setVariable(instance, "object", value))
					.isInstanceOf(RuntimeException.class);
		}
		assertThat(closed.getRuntimeService().getVariables(instance)).isEmpty();
		assertThat(Effect.happened()).isFalse();
	}

	@Test
	void bytesFilesAndDatesAreNoFacts() {
		String instance = start(closed);
		for (Object value : new Object[] {new byte[] {1}, new java.util.Date(), Variables.fileValue("a.txt").file(new byte[] {1}).create()}) {
			assertThatThrownBy(() -> closed.getRuntimeService().setVariable(instance, "thing", value))
					.isInstanceOf(RuntimeException.class);
		}
	}

	@Test
	void aLongTextIsNoFactWhoeverHandsItIn() {
		String instance = start(closed);
		closed.getRuntimeService().setVariable(instance, "decision", "水".repeat(200));
		assertThatThrownBy(() -> closed.getRuntimeService().setVariable(instance, "narrative", "水".repeat(201)))
				.hasMessageContaining("narrative");
		assertThat(closed.getRuntimeService().getVariables(instance)).containsOnlyKeys("decision");
	}

	private static String start(ProcessEngine engine) {
		return engine.getRuntimeService().startProcessInstanceByKey("plain").getId();
	}

	private static void readBack(ProcessEngine engine, String instance, Effect object) {
		engine.getRuntimeService().setVariables(instance, Map.of("object", object));
		Effect.forgetQuietly();
		engine.getRuntimeService().getVariable(instance, "object");
	}

	private static void orQuery(ProcessEngine engine) {
		engine.getTaskService().createTaskQuery().or().dueAfterExpression(Hostile.EL).endOr().list();
	}

	private static void storedFilter(ProcessEngine engine) {
		Filter filter = engine.getFilterService().newTaskFilter("f")
				.setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression(Hostile.EL));
		engine.getFilterService().saveFilter(filter);
		engine.getFilterService().list(filter.getId());
	}
}
