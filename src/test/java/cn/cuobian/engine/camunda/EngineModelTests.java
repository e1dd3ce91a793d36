package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.engine.Decisions;
import cn.cuobian.engine.Feel;
import cn.cuobian.engine.Models;

/** The contract of the engine room about drawings, tables and conditions, kept by the engine behind it. */
class EngineModelTests extends EngineContract {

	@Autowired
	Decisions decisions;
	@Autowired
	Feel feel;
	@Autowired
	Models models;

	@Test
	void aDecisionTableAnswersByKey() {
		deploy("triage", "table.dmn", Drawings.dmn("triage", "", "difficulty", "\"community\""));
		assertThat(decisions.decide("triage", Map.of("difficulty", "hard"))).isEqualTo(Map.of("tier", "community"));
		assertThat(decisions.decide("triage", Map.of("difficulty", "easy"))).isEqualTo(Map.of("tier", "building"));
		assertThat(decisions.decideAll("triage", Map.of("difficulty", "hard"))).hasSize(1);
	}

	@Test
	void aConditionOfAFormHoldsOrNot() {
		assertThat(feel.holds("=decision = \"raise\"", Map.of("decision", "raise"))).isTrue();
		assertThat(feel.holds("decision != \"raise\"", Map.of("decision", "raise"))).isFalse();
		assertThat(feel.holds("=amount > 3", Map.of())).isFalse();
		assertThat(feel.holds("=decision = \"raise\"", Map.of())).isFalse();
		assertThatThrownBy(() -> feel.holds("=1 +", Map.of())).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> feel.holds("=1 + 1", Map.of())).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aModelTellsItsPropertiesAndItsNewestVersion() {
		String body = "<bpmn:extensionElements><camunda:properties><camunda:property name=\"kind\" value=\"%s\"/>"
				+ "</camunda:properties></bpmn:extensionElements>" + Drawings.around("user_mediate", CLAIMABLE);
		deploy("kinds", Drawings.bpmn("kinds", body.formatted("leak")));
		deploy("kinds", Drawings.bpmn("kinds", body.formatted("noise")));

		assertThat(models.property("kinds", "kind")).contains("noise");
		assertThat(models.property("kinds", "icon")).isEmpty();
		assertThat(models.property("no_such_model", "kind")).isEmpty();
		assertThat(models.latest()).filteredOn(model -> model.key().equals("kinds")).singleElement()
				.satisfies(model -> assertThat(model.version()).isEqualTo(2));
	}
}
