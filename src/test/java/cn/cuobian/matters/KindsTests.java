package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.Model;
import cn.cuobian.engine.Models;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KindsTests extends MattersInTheHouse {

	@Autowired
	private Kinds kinds;
	@Autowired
	private Models models;

	@AfterEach
	void onlyWhatIsDeployed() {
		kinds.learnFrom(models.latest());
	}

	@Test
	void theFifteenKindsOfTheProductAreOffered() {
		assertThat(kinds.offered()).extracting(Kind::code).contains("fire-safety", "water", "drainage", "gas", "ebike", "parking",
				"facilities", "greening", "road", "noise-dust", "property-service", "neighbour-dispute", "care", "funds", "safety");
	}

	@Test
	void aModelThatNamesAKindHandlesIt() {
		List<Model> more = new ArrayList<>(models.latest());
		more.add(new Model("lift_repair", "电梯维修", 1, "lift_repair:1:x", Map.of("kind", "lift", "kind.zh", "电梯", "kind.en", "Lifts")));
		kinds.learnFrom(more);
		assertThat(kinds.find("lift")).contains(new Kind("lift", "电梯", "Lifts", "lift_repair", null));
		kinds.learnFrom(more);
		assertThat(kinds.offered()).filteredOn(kind -> kind.code().equals("lift")).hasSize(1);
		kinds.learnFrom(models.latest());
		assertThat(kinds.find("lift")).as("no model handles it any more").isEmpty();
		assertThat(kinds.of("lift").nameZh()).as("old matters keep it").isEqualTo("电梯");
	}
}
