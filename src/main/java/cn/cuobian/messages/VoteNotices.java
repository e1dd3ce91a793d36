package cn.cuobian.messages;

import java.util.List;

import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.votes.CodesMailed;
import cn.cuobian.votes.OwnerMail;
import cn.cuobian.votes.VoteAnnounced;
import cn.cuobian.votes.VoteCast;
import cn.cuobian.votes.VoteCounted;
import cn.cuobian.votes.VoteExtended;
import cn.cuobian.votes.VoteOpened;
import cn.cuobian.votes.VoteReminded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails to the owners of a roll who left an address: that the assembly is announced, the window open or extended and the
 * votes counted; the link to the ballot, a word to all co-owners once it is cast, so that nobody votes for them unnoticed,
 * and a reminder. What was voted is in none of them: nobody here is told.
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
	void on(VoteAnnounced event) {
		tellAll(event.voteId(), "announced", Kind.VOTE_ANNOUNCED);
	}

	@EventListener
	void on(VoteOpened event) {
		tellAll(event.voteId(), "open", Kind.VOTE_OPEN);
	}

	@EventListener
	void on(VoteExtended event) {
		tellAll(event.voteId(), "extended:" + event.until(), Kind.VOTE_EXTENDED);
	}

	@EventListener
	void on(VoteCounted event) {
		tellAll(event.voteId(), "counted", Kind.VOTE_COUNTED);
	}

	/** Everybody on the roll who left an address, whether he has voted or not. */
	private void tellAll(long voteId, String what, Kind kind) {
		postbox.write(owners.ownersOfVote(voteId).stream().map(Addressee.Owner::new).toList(),
				notice("vote:%d:%s".formatted(voteId, what), kind, voteId, "/vote/box/" + voteId));
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
