package cn.cuobian.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import cn.cuobian.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ThrottleTests {

	private final TestClock clock = new TestClock();
	private final Throttle throttle = new Throttle("matters.too-many-reports", 3, clock);

	@Test
	void theFourthInAnHourIsRefusedAndWorksAgainLater() {
		for (int i = 0; i < 3; i++) {
			throttle.count("203.0.113.7");
		}
		assertThatThrownBy(() -> throttle.count("203.0.113.7")).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS));
		assertThatCode(() -> throttle.count("203.0.113.8")).doesNotThrowAnyException();
		clock.travel(Duration.ofMinutes(21));
		assertThatCode(() -> throttle.count("203.0.113.7")).doesNotThrowAnyException();
	}

	@Test
	void oneIpv6NetworkCountsAsOneAddress() {
		assertThat(Throttle.network("2001:db8:1:1::1")).isEqualTo(Throttle.network("2001:db8:1:1:ffff:ffff:ffff:ffff"))
				.isNotEqualTo(Throttle.network("2001:db8:1:2::1"));
		assertThat(Throttle.network("203.0.113.7")).isNotEqualTo(Throttle.network("203.0.113.8"));
	}
}
