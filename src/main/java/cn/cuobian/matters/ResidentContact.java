package cn.cuobian.matters;

import java.util.List;
import java.util.Map;

import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The resident's right to have a contact corrected or deleted, with the code (Personal Information Protection Law,
 * articles 46 and 47). A neighbour who joined left none: to him there is nothing here.
 */
@Component
class ResidentContact {

	private final Codes codes;
	private final Matters matters;
	private final Contacts contacts;
	private final Consent consent;
	private final Timeline timeline;

	ResidentContact(Codes codes, Matters matters, Contacts contacts, Consent consent, Timeline timeline) {
		this.codes = codes;
		this.matters = matters;
		this.contacts = contacts;
		this.consent = consent;
		this.timeline = timeline;
	}

	/** Hardly readable; {@link Contact#NONE} if none is kept. */
	@Transactional(readOnly = true)
	public Contact veiled(String code) {
		return matters.find(reportedWith(code)).flatMap(matter -> contacts.of(matter.facts())).map(Contact::veiled)
				.orElse(Contact.NONE);
	}

	/**
	 * Keeps what is given; parts that are not given stay as they were.
	 *
	 * @throws Refusal 422 with every fault; nothing is changed then
	 */
	@Transactional
	public void correct(String code, Contact given, String consentVersion) {
		long id = reportedWith(code);
		requireSound(given, consentVersion);
		matters.change(id, matter -> {
			Contact before = contacts.of(matter.facts()).orElse(Contact.NONE);
			contacts.replace(matter.facts(), given.over(before), consentVersion);
		});
		timeline.add(id, TimelineKind.CONTACT_CORRECTED, Map.of());
	}

	/** No mails any more: the address goes, the rest of the contact stays. Twice is once. */
	@Transactional
	public void stopMails(String code) {
		long id = reportedWith(code);
		Matter matter = matters.change(id, locked -> { });
		Contact before = contacts.of(matter.facts()).orElse(Contact.NONE);
		if (before.mail() != null) {
			contacts.drop(matter.facts(), before.withoutMail());
			timeline.add(id, TimelineKind.CONTACT_CORRECTED, Map.of());
		}
	}

	/** Deleting twice is deleting once. */
	@Transactional
	public void delete(String code) {
		long id = reportedWith(code);
		Matter matter = matters.change(id, locked -> { });
		if (contacts.of(matter.facts()).isPresent()) {
			contacts.replace(matter.facts(), Contact.NONE, null);
			timeline.add(id, TimelineKind.CONTACT_DELETED, Map.of());
		}
	}

	private void requireSound(Contact given, String consentVersion) {
		if (given.isEmpty()) {
			throw Refusal.onField("name", "matters.contact-nothing");
		}
		List<Refusal> faults = consent.faults(given, consentVersion);
		if (!faults.isEmpty()) {
			throw Refusal.several(faults);
		}
	}

	private long reportedWith(String code) {
		Codes.Opened opened = codes.open(code).orElseThrow(Tracking::unknownCode);
		if (opened.holder() != Codes.Holder.REPORTER) {
			throw Refusal.notFound();
		}
		return opened.matterId();
	}
}
