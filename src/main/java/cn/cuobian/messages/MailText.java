package cn.cuobian.messages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.forms.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter into the form that leaves the house: plain text, and the same as HTML that loads nothing from anywhere. */
@Component
class MailText {

	private final ITemplateEngine templates;
	private final String from;
	private final String address;

	MailText(ITemplateEngine templates, @Value("${cuobian.mail.from}") String from, @Value("${cuobian.address}") String address) {
		this.templates = templates;
		this.from = from;
		this.address = address;
	}

	MimeMessage of(Mail mail, Letter letter, String to, MimeMessage message) {
		try {
			message.setFrom(new InternetAddress(from));
			message.setRecipient(RecipientType.TO, one(to));
			message.setSubject(letter.subject(), "UTF-8");
			message.setContent(new MimeMultipart("alternative", part(letter.plain(), "plain"), part(html(letter), "html")));
			message.setHeader("Message-ID", mail.messageId());
			message.setHeader("Auto-Submitted", "auto-generated");
			var stop = whereToStop(mail.to());
			if (stop.isPresent()) {
				message.setHeader("List-Unsubscribe", "<" + address + stop.get() + ">");
			}
			return message;
		} catch (MessagingException e) {
			throw new MailPreparationException("Mail " + mail.id(), e);
		}
	}

	/** With a comma, or as the name of a group, one text would be several people; what the library takes beyond a plain address it cannot always read again. */
	private static InternetAddress one(String to) throws AddressException {
		if (!MailAddress.is(to)) {
			throw new AddressException("No single address");
		}
		return new InternetAddress(to);
	}

	/** Where who gets this may say that he wants no more; mails about a vote are part of the vote. RFC 2369. */
	private static Optional<String> whereToStop(Addressee to) {
		if (to instanceof Addressee.Staff) {
			return Optional.of("/inbox#wishes");
		}
		return to instanceof Addressee.Reporter ? Optional.of("/track") : Optional.empty();
	}

	private String html(Letter letter) {
		return templates.process("messages/mail", new Context(Locale.CHINESE, Map.of("sections", List.copyOf(letter.sections()))));
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(text, "UTF-8", subtype);
		return part;
	}
}
