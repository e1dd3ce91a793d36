package cn.cuobian.matters;

import java.util.List;

/**
 * What somebody wants to report, as typed; {@link Intake} checks it.
 *
 * @param place          code of a place
 * @param building       number of the building, if the place is a whole compound; free text
 * @param unit           free text
 * @param title          may be empty: then the narrative's beginning is taken
 * @param scope          null: follows from the level of the place
 * @param contact        {@link Contact#NONE} if none was given
 * @param consentVersion version of the words that were agreed to; needed as soon as there is a contact
 * @param reportedBy     the caseworker who files it, null for the resident himself
 * @param sourceRef      mark of the line in a list, so that a list can be taken over twice without harm; else null
 */
public record Report(String place, String building, String unit, String kind, String title, String narrative,
		Channel channel, Scope scope, boolean urgent, Contact contact, String consentVersion, Long reportedBy,
		String sourceRef, List<Upload> photos) {

	/** Longest narrative, in characters. */
	public static final int MAX_NARRATIVE = 5_000;
	/** Longest title, in characters. */
	public static final int MAX_TITLE = 80;
	/** Longest building or unit, in characters. */
	public static final int MAX_WHERE = 40;

	/** A file as it was sent; its name and type prove nothing. */
	public record Upload(String name, byte[] bytes) {
	}

	/** Says nothing, so that no log line can give a narrative away. */
	@Override
	public String toString() {
		return "Report";
	}
}
