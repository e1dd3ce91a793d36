package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OneTimeRequestsTests extends MattersInTheHouse {

	@Autowired
	private OneTimeRequests requests;

	@Test
	void aRequestIsKnownAgainForThirtyDaysAndThenForgotten() {
		String key = token();
		assertThat(requests.once(key, "asked", () -> "first")).isEqualTo("first");
		clock.travel(OneTimeRequests.KEPT);
		requests.sweep();
		assertThat(requests.once(key, "asked", () -> "second")).isEqualTo("first");
		clock.travel(Duration.ofSeconds(1));
		requests.sweep();
		assertThat(requests.once(key, "asked", () -> "second")).isEqualTo("second");
	}
}
