package cn.cuobian.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.cuobian.engine.Decisions;
import cn.cuobian.engine.Models;
import cn.cuobian.matters.Contact;
import org.springframework.beans.factory.annotation.Autowired;


/** Which matters take the 37℃ method. */
class ProceduresTests extends Disputing {

	@Autowired
	Decisions decisions;
	@Autowired
	Models models;

	@ParameterizedTest
	@ValueSource(strings = { "neighbour-dispute", "noise-dust", "parking", "property-service" })
	void aQuarrelInDongyuanTakesIt(String kind) {
		report(kind, Contact.NONE).waits(DisputeModel.CONVENE);
	}

	@Test
	void anotherMatterInDongyuanClimbsTheLadder() {
		report("facilities", Contact.NONE).notPassed(DisputeModel.CONVENE).waits("user_deliberate_at_hall");
	}

	@Test
	void aQuarrelElsewhereHasNoRowOfItsOwn() {
		assertThat(decisions.decideAll("procedures", Map.of("kind", "noise-dust", "path", "/qz/jj/jj-chidian/jiangnanfu/"))).isEmpty();
	}

	@Test
	void everyRowNamesAProcedureThatExists() {
		assertThat(decisions.decideAll("procedures", Map.of("kind", "noise-dust", "path", "/qz/tiz/tiz-dongyuan/zunhu/")))
				.singleElement().satisfies(row -> assertThat(models.latest()).anyMatch(model -> model.key().equals(row.get("procedure"))));
	}
}
