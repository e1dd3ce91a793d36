package cn.cuobian.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import cn.cuobian.nodes.ClockWatch;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server of its own for one test, and rounds that deliver to it. */
class MailServer {

	private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
	private final ApplicationContext application;

	MailServer(ApplicationContext application) {
		this.application = application;
	}

	void start() {
		server.start();
	}

	void stop() {
		server.stop();
	}

	int port() {
		return server.getSmtp() == null ? 1 : server.getSmtp().getPort();
	}

	/** One round of the post to this server. */
	void round() {
		var sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port());
		round(sender).run();
	}

	MailRound round(JavaMailSender sender) {
		return new MailRound(bean(MailRows.class), bean(Envelopes.class), bean(Letters.class), bean(MailText.class),
				bean(Digests.class), bean(ParkedNotices.class), bean(ClockWatch.class),
				new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class));
	}

	List<MimeMessage> received() {
		return Arrays.asList(server.getReceivedMessages());
	}

	/** What arrived for one address. */
	List<MimeMessage> received(String address) {
		return received().stream().filter(mail -> text(() -> Arrays.toString(mail.getAllRecipients())).contains(address)).toList();
	}

	static String subject(MimeMessage mail) {
		return text(mail::getSubject);
	}

	static String messageId(MimeMessage mail) {
		return text(mail::getMessageID);
	}

	/** The part of a multipart/alternative: 0 is plain text, 1 is HTML. */
	static String part(MimeMessage mail, int part) {
		return text(() -> {
			try {
				return ((jakarta.mail.internet.MimeMultipart) mail.getContent()).getBodyPart(part).getContent().toString();
			} catch (java.io.IOException e) {
				throw new AssertionError(e);
			}
		});
	}

	private interface Getter {
		String get() throws MessagingException;
	}

	private static String text(Getter getter) {
		try {
			return getter.get();
		} catch (MessagingException e) {
			throw new AssertionError(e);
		}
	}

	private <T> T bean(Class<T> type) {
		return application.getBean(type);
	}
}
