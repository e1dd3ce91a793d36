package cn.cuobian.messages;

import java.time.Clock;
import java.util.Optional;

import cn.cuobian.matters.ResidentMail;
import cn.cuobian.messages.Envelope.Addressed;
import cn.cuobian.messages.Envelope.Undeliverable;
import cn.cuobian.messages.Envelope.Unwanted;
import cn.cuobian.messages.Envelope.Waits;
import cn.cuobian.messages.Mail.Reason;
import cn.cuobian.messages.Wishes.Language;
import cn.cuobian.messages.Wishes.Pace;
import cn.cuobian.people.People;
import cn.cuobian.people.Person;
import cn.cuobian.votes.OwnerMail;
import org.springframework.stereotype.Component;

/** Addresses mails at the moment they leave: what people wish then is what counts. */
@Component
class Envelopes {

	private final People people;
	private final MailWishes wishes;
	private final ResidentMail residents;
	private final OwnerMail owners;
	private final Clock clock;

	Envelopes(People people, MailWishes wishes, ResidentMail residents, OwnerMail owners, Clock clock) {
		this.people = people;
		this.wishes = wishes;
		this.residents = residents;
		this.owners = owners;
		this.clock = clock;
	}

	Envelope of(Mail mail) {
		if (mail.to() instanceof Addressee.Staff staff) {
			return ofStaff(staff.personId());
		}
		if (mail.to() instanceof Addressee.Owner owner) {
			return ofResident(owners.addressOf(owner.ownerId()));
		}
		if (mail.to() instanceof Addressee.Voter voter) {
			return ofResident(owners.addressOfCode(voter.codeId()));
		}
		return ofResident(residents.addressFor(((Addressee.Reporter) mail.to()).matterId()));
	}

	private Envelope ofStaff(long personId) {
		if (people.byId(personId).filter(Person::active).isEmpty()) {
			return new Undeliverable(Reason.GONE);
		}
		var wanted = wishes.of(personId);
		if (wanted.pace() == Pace.NONE) {
			return new Unwanted();
		}
		return wanted.address() == null ? new Undeliverable(Reason.NO_ADDRESS) : inTime(wanted);
	}

	/** Nobody asked a resident for a language: he gets both. */
	private Envelope ofResident(Optional<String> known) {
		return known.<Envelope>map(address -> inTime(new Wishes(address, Pace.AT_ONCE, Language.BOTH,
				Wishes.DEFAULT.quietFrom(), Wishes.DEFAULT.quietUntil()))).orElseGet(Unwanted::new);
	}

	private Envelope inTime(Wishes wanted) {
		return wanted.quietAt(clock.instant(), clock.getZone()).<Envelope>map(Waits::new)
				.orElseGet(() -> new Addressed(wanted.address(), wanted.language().locales()));
	}
}
