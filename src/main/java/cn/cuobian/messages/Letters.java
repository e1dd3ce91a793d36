package cn.cuobian.messages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import cn.cuobian.messages.Letter.Line;
import cn.cuobian.messages.Letter.Section;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Posts;
import cn.cuobian.votes.OwnerMail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words mails: what happened by number, and a link. Names and narratives stay in the house. */
@Component
class Letters {

	/** A digest lists so many and says how many more there are. */
	private static final int MOST_LINES = 30;

	private final MessageSource messages;
	private final Posts posts;
	private final InboxRows inbox;
	private final OwnerMail owners;
	private final String address;

	Letters(MessageSource messages, Posts posts, InboxRows inbox, OwnerMail owners, @Value("${cuobian.address}") String address) {
		this.messages = messages;
		this.posts = posts;
		this.inbox = inbox;
		this.owners = owners;
		this.address = address;
	}

	/** No sections: there is nothing left to tell. */
	Letter of(Mail mail, List<Locale> languages) {
		var news = mail.kind() == Kind.DIGEST ? inbox.ofDigest(mail.id()) : List.<InboxRows.Row>of();
		if (mail.kind() == Kind.DIGEST && news.isEmpty()) {
			return new Letter("", List.of());
		}
		var headings = languages.stream().map(locale -> heading(mail, news.size(), locale)).collect(Collectors.joining(" / "));
		return new Letter(say("mail.subject", languages.get(0), headings),
				languages.stream().map(locale -> section(mail, news, locale)).toList());
	}

	private Section section(Mail mail, List<InboxRows.Row> news, Locale locale) {
		var lines = news.stream().limit(MOST_LINES)
				.map(row -> new Line(sentence(row.kind(), row.about(), locale), address + row.link())).toList();
		return new Section(locale.getLanguage(), heading(mail, news.size(), locale), lines, address + link(mail),
				say("mail.open", locale), say(why(mail.to()), locale, address + mail.link()));
	}

	/** A voting code is in no table: it is made now. */
	private String link(Mail mail) {
		return mail.to() instanceof Addressee.Voter voter ? owners.linkOf(voter.codeId()) : mail.link();
	}

	private static String why(Addressee to) {
		return to instanceof Addressee.Staff ? "mail.why" : to instanceof Addressee.Reporter ? "mail.why-resident" : "mail.why-owner";
	}

	private String heading(Mail mail, int news, Locale locale) {
		return mail.kind() == Kind.DIGEST ? say("mail.digest", locale, mail.about(), news) : sentence(mail.kind(), mail.about(), locale);
	}

	private String sentence(Kind kind, String about, Locale locale) {
		return say("kind." + kind.code(), locale, kind == Kind.POST_VACANT ? posts.nameOf(about, locale) : about);
	}

	private String say(String key, Locale locale, Object... args) {
		return messages.getMessage("messages." + key, args, locale);
	}
}
