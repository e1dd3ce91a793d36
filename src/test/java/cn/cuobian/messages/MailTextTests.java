package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailPreparationException;

import cn.cuobian.messages.Letter.Section;

class MailTextTests {

	/** The first two passed for an address where residents wrote theirs; the third is one to the library until it reads it again. */
	@ParameterizedTest
	@ValueSource(strings = { "root,x@example.org", "all:root,x@example.org;", "<j\\>" })
	void aMailGoesToOnePerson(String address) {
		assertThatThrownBy(() -> to(address)).isInstanceOf(MailPreparationException.class);
	}

	@Test
	void anAddressIsTakenAsItIs() throws Exception {
		assertThat(to("x@example.org").getRecipients(RecipientType.TO)).singleElement().hasToString("x@example.org");
	}

	private static MimeMessage to(String address) {
		var letter = new Letter("a", List.of(new Section("zh", "a", List.of(), "b", "c", "d")));
		return MailTarget.TEXT.of(new Mail(1, new Addressee.Reporter(1), "e", Notice.Kind.RESIDENT_RECEIVED, "a", "/track", 0), letter, address,
				new MimeMessage((Session) null));
	}
}
