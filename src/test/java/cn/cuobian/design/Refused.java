package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import cn.cuobian.refusals.Refusal;

/** Says which rule refuses a call, and with which status. */
final class Refused {

	private Refused() {
	}

	static void by(int status, String rule, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.status().value()).as(rule).isEqualTo(status);
		});
	}
}
