package cn.cuobian.messages;

import java.util.Locale;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Posts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Words a mail in both languages: what it is about by number, and a link. Names and narratives stay in the house. */
@Component
class MailText {

	private final MessageSource messages;
	private final Posts posts;
	private final String from;
	private final String address;

	MailText(MessageSource messages, Posts posts, @Value("${cuobian.mail.from}") String from,
			@Value("${cuobian.address}") String address) {
		this.messages = messages;
		this.posts = posts;
		this.from = from;
		this.address = address;
	}

	MimeMessage of(Mail mail, String to, MimeMessage message) {
		try {
			var helper = new MimeMessageHelper(message, "UTF-8");
			helper.setFrom(from);
			helper.setTo(to);
			helper.setSubject(say("mail.subject", Locale.CHINESE, sentence(mail, Locale.CHINESE)));
			helper.setText(String.join("\n", sentence(mail, Locale.CHINESE), sentence(mail, Locale.ENGLISH), "",
					address + mail.link(), "", say("mail.why", Locale.CHINESE), say("mail.why", Locale.ENGLISH)));
			message.setHeader("Message-ID", mail.messageId());
			message.setHeader("Auto-Submitted", "auto-generated");
			return message;
		} catch (MessagingException e) {
			throw new MailPreparationException("Mail " + mail.id(), e);
		}
	}

	private String sentence(Mail mail, Locale locale) {
		var about = mail.kind() == Kind.POST_VACANT ? posts.nameOf(mail.about(), locale) : mail.about();
		return say("kind." + mail.kind().code(), locale, about);
	}

	private String say(String key, Locale locale, Object... args) {
		return messages.getMessage("messages." + key, args, locale);
	}
}
