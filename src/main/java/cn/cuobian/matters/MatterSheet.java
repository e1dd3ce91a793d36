package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.people.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a page needs to show a matter with the parts of {@code matters/matter}, {@code matters/contact} and
 * {@code matters/record}: its own page, and the page of a task about it.
 */
@Component
public class MatterSheet {

	private final MatterAbout about;
	private final Contacts contacts;
	private final Attachments attachments;
	private final Sight sight;
	private final Codes codes;

	MatterSheet(MatterAbout about, Contacts contacts, Attachments attachments, Sight sight, Codes codes) {
		this.about = about;
		this.contacts = contacts;
		this.attachments = attachments;
		this.sight = sight;
		this.codes = codes;
	}

	/** The viewer must be allowed to see the matter: it comes from {@link MatterFile}. Contacts are masked. */
	public void describe(Matter matter, Viewer viewer, Model page, Locale locale) {
		page.addAttribute("matter", matter);
		page.addAttribute("line", about.line(matter, locale));
		page.addAttribute("where", about.where(matter, locale));
		page.addAttribute("record", about.record(matter, locale));
		page.addAttribute("attachments", attachments.of(matter.id()));
		page.addAttribute("contact", contacts.of(matter.facts()).map(Contact::masked).orElse(null));
		page.addAttribute("mayReveal", sight.works(viewer, matter.id()));
		page.addAttribute("neighbours", codes.neighbours(matter.id()));
	}
}
