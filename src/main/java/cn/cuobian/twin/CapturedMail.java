package cn.cuobian.twin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailParseException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

import cn.cuobian.design.walk.Answer.Letter;

/** A mail server that keeps every mail and sends none. */
final class CapturedMail implements JavaMailSender {

	/** More than anybody reads; a loop that writes mails does not fill the memory. */
	private static final int MOST = 500;

	private final List<Letter> letters = new ArrayList<>();

	synchronized List<Letter> letters() {
		return List.copyOf(letters);
	}

	synchronized void forget() {
		letters.clear();
	}

	@Override
	public MimeMessage createMimeMessage() {
		return new MimeMessage(Session.getInstance(new Properties()));
	}

	@Override
	public MimeMessage createMimeMessage(InputStream content) {
		throw new UnsupportedOperationException("the house writes its mails itself");
	}

	@Override
	public synchronized void send(MimeMessage... messages) {
		for (MimeMessage message : messages) {
			if (letters.size() < MOST) {
				letters.add(read(message));
			}
		}
	}

	@Override
	public void send(SimpleMailMessage... messages) {
		throw new UnsupportedOperationException("the house sends no such mails");
	}

	private static Letter read(MimeMessage message) {
		try {
			return new Letter(String.valueOf(message.getAllRecipients()[0]), message.getSubject(), text(message.getContent()));
		} catch (MessagingException | IOException e) {
			throw new MailParseException(e);
		}
	}

	/** The first part is the plain one. */
	private static String text(Object content) throws MessagingException, IOException {
		if (content instanceof Multipart parts) {
			BodyPart first = parts.getBodyPart(0);
			return text(first.getContent());
		}
		return String.valueOf(content);
	}
}
