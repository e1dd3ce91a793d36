package cn.cuobian.messages;

import java.util.List;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.votes.CodesMailed;
import cn.cuobian.votes.OwnerMail;
import cn.cuobian.votes.VoteCast;
import cn.cuobian.votes.VoteReminded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails to the owners of a roll who left an address: the link to the ballot, a word to all co-owners once it is cast, so
 * that nobody votes for them unnoticed, and a reminder. What was voted is in none of them: nobody here is told.
 */
@Component
class VoteNotices {

	private final Postbox postbox;
	private final OwnerMail owners;

	VoteNotices(Postbox postbox, OwnerMail owners) {
		this.postbox = postbox;
		this.owners = owners;
	}

	@EventListener
	void on(CodesMailed event) {
		postbox.write(event.codeIds().stream().map(Addressee.Voter::new).toList(),
				notice("vote:%d:link".formatted(event.voteId()), Kind.BALLOT_LINK, event.voteId(), "/vote"));
	}

	@EventListener
	void on(VoteCast event) {
		var to = owners.ownersOf(List.of(event.headId())).stream().map(Addressee.Owner::new).toList();
		if (!to.isEmpty()) {
			postbox.write(to, notice("vote:%d:cast:%d".formatted(event.voteId(), event.seq()), Kind.BALLOT_CAST, event.voteId(),
					"/vote/box/" + event.voteId()));
		}
	}

	@EventListener
	void on(VoteReminded event) {
		postbox.write(owners.ownersOf(event.headIds()).stream().map(Addressee.Owner::new).toList(),
				notice("vote:%d:reminder:%s".formatted(event.voteId(), event.day()), Kind.BALLOT_REMINDER, event.voteId(), "/vote"));
	}

	private Notice notice(String event, Kind kind, long voteId, String link) {
		return new Notice(event, kind, owners.nameOf(voteId), link, null);
	}
}
