package cn.cuobian.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

	@ParameterizedTest
	@ValueSource(strings = { "a@b.cn", "wang.xiaoming+jia@xm-gov.example.cn", "12345678@qq.com", "_x_@163.com", "o'neil@example.org" })
	void one(String text) throws AddressException {
		assertThat(MailAddress.is(text)).isTrue();
		new InternetAddress(text).validate();
	}

	/** What a server would refuse weeks later, when there is something to say and nobody to ask. */
	@ParameterizedTest
	@ValueSource(strings = { "", "a@b.cn,c@d.cn", "a@b.cn;c@d.cn", "王@example.com", "a..b@example.com", ".a@example.com", "a.@example.com", "a@example", "a@-b.cn",
			"a@b-.cn", "a@b..cn", "a@@b.cn", "a@b.cn ", "a b@c.cn", "group:a@b.cn;", "<a@b.cn>", "\"a\"@b.cn", "a|b@c.cn", "a@b.cn\n", "a@b.cn\r\nBcc: c@d.cn" })
	void none(String text) {
		assertThat(MailAddress.is(text)).isFalse();
	}

	@Test
	void ofLengthsThatServersTake() {
		assertThat(MailAddress.is("a".repeat(64) + "@b.cn")).isTrue();
		assertThat(MailAddress.is("a".repeat(65) + "@b.cn")).isFalse();
		var longest = "a@" + "b".repeat(MailAddress.LONGEST - 5) + ".cn";
		assertThat(MailAddress.is(longest)).isTrue();
		assertThat(MailAddress.is(longest.replace("@", "@b"))).isFalse();
	}

	@Test
	void whatDoesNotFitIsSaidAtOnce() {
		var hostile = "a@" + "a-".repeat(126);
		Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> assertThat(MailAddress.is(hostile)).isFalse());
	}
}
