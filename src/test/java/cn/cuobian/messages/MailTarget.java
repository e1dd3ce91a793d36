package cn.cuobian.messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.springframework.mail.MailPreparationException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import cn.cuobian.faults.Fuzzed;
import cn.cuobian.messages.Letter.Line;
import cn.cuobian.messages.Letter.Section;

/** F14: whatever a letter says and wherever it goes, it is one mail to one person, with our headers and our tags alone. */
public final class MailTarget {

	static final MailText TEXT = new MailText(templates(), "cuobian@example.org", "https://cuobian.example.org");
	private static final Set<String> HEADERS = Set.of("From", "To", "Date", "Subject", "MIME-Version", "Content-Type", "Message-ID", "Auto-Submitted", "List-Unsubscribe");
	private static final long TAGS = tags(sent(List.of("a", "b", "c", "d", "e@example.org")));

	private MailTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> look(Fuzzed.fields(input, 5)));
	}

	private static void look(List<String> words) {
		MimeMessage mail;
		try {
			mail = sent(words);
		} catch (MailPreparationException noAddress) {
			return; // it is parked, and a person is told
		}
		try {
			var headers = Collections.list(mail.getAllHeaders()).stream().map(Header::getName).collect(Collectors.toSet());
			if (!HEADERS.equals(headers) || mail.getAllRecipients().length != 1 || tags(mail) != TAGS) {
				throw new AssertionError("another mail than ours: " + headers);
			}
		} catch (MessagingException e) {
			throw new IllegalStateException(e);
		}
	}

	/** As it arrives. */
	private static MimeMessage sent(List<String> words) {
		var section = new Section("zh", words.get(0), List.of(new Line(words.get(1), words.get(2))), words.get(2), words.get(3), words.get(1));
		var letter = new Letter(words.get(0), List.of(section));
		var bytes = new ByteArrayOutputStream();
		try {
			TEXT.of(new Mail(1, new Addressee.Staff(1), words.get(3), Notice.Kind.DIGEST, words.get(0), "/inbox", 0), letter, words.get(4), new MimeMessage((Session) null))
					.writeTo(bytes);
			return new MimeMessage(null, new ByteArrayInputStream(bytes.toByteArray()));
		} catch (MessagingException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static long tags(MimeMessage mail) {
		try {
			var html = ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
			return html.chars().filter(sign -> sign == '<').count();
		} catch (MessagingException e) {
			throw new IllegalStateException(e);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static SpringTemplateEngine templates() {
		var resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		var engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		return engine;
	}
}
