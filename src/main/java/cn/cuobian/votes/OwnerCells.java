package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import cn.cuobian.forms.MailAddress;
import cn.cuobian.refusals.Refusal;

/** The cells that say who owns a unit, as they stand in a line of a file or in the form of one unit. */
final class OwnerCells {

	/** Longest name, in characters. */
	private static final int LONGEST_NAME = 60;
	/** More names in one cell are a list that slipped. */
	private static final int MOST_OWNERS = 30;
	private static final Pattern SEPARATORS = Pattern.compile("[、;,]");
	private static final Pattern NAME = Pattern.compile("(?!\\d+$)[^|\\p{Cntrl}@]+");
	private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}|[2-9]\\d{6,7}");
	private static final Pattern PUNCTUATION = Pattern.compile("[\\s()-]|^\\+86");
	private static final Pattern LAST_FOUR = Pattern.compile("\\d{3}[\\dX]|[A-Z\\d]{4}");

	private final Map<RollColumn, String> cells;
	private final List<Refusal> errors = new ArrayList<>();

	/** @param cells in compatibility normal form, stripped */
	OwnerCells(Map<RollColumn, String> cells) {
		this.cells = cells;
	}

	List<Refusal> errors() {
		return errors;
	}

	List<OwnerLine> owners() {
		var names = names();
		var lastFours = lastFours(names.size());
		var phones = each(RollColumn.PHONE, names.size()).stream().map(this::phone).toList();
		var mails = each(RollColumn.MAIL, names.size()).stream().map(this::mail).toList();
		var owners = new ArrayList<OwnerLine>();
		for (int i = 0; i < names.size(); i++) {
			owners.add(new OwnerLine(names.get(i), lastFours.get(i), phones.get(i), mails.get(i)));
		}
		if (owners.stream().distinct().count() < owners.size()) {
			refuse("votes.roll-owner-twice-in-unit");
		}
		return owners;
	}

	/** Index among the owners; the first where none is named, -1 without owners. */
	int representative() {
		var names = split(value(RollColumn.OWNERS));
		if (!named()) {
			return names.isEmpty() ? -1 : 0;
		}
		var wanted = value(RollColumn.REPRESENTATIVE);
		if (Collections.frequency(names, wanted) != 1) {
			refuse("votes.roll-representative-no-owner", wanted);
		}
		return names.indexOf(wanted);
	}

	boolean named() {
		return !value(RollColumn.REPRESENTATIVE).isEmpty();
	}

	private List<String> names() {
		var names = split(value(RollColumn.OWNERS));
		if (names.size() > MOST_OWNERS) {
			refuse("votes.roll-too-many-owners", String.valueOf(MOST_OWNERS));
		}
		names.stream().filter(name -> name.isEmpty() || name.length() > LONGEST_NAME || !NAME.matcher(name).matches())
				.findFirst().ifPresent(name -> refuse("votes.roll-bad-name", name, String.valueOf(LONGEST_NAME)));
		return names;
	}

	/** One for each owner, or none at all: four digits beside two names would make somebody of the wrong one. */
	private List<String> lastFours(int owners) {
		var written = split(value(RollColumn.LAST_FOUR));
		if (!written.isEmpty() && written.size() != owners) {
			refuse("votes.roll-last-fours", String.valueOf(owners), String.valueOf(written.size()));
			written = List.of();
		}
		return written.isEmpty() ? Collections.nCopies(owners, "") : written.stream().map(this::lastFour).toList();
	}

	private String lastFour(String text) {
		var four = text.toUpperCase(Locale.ROOT);
		if (!four.isEmpty() && !LAST_FOUR.matcher(four).matches()) {
			refuse("votes.roll-bad-last-four");
		}
		return four;
	}

	/** One for each owner; a single one is the representative's. */
	private List<String> each(RollColumn column, int owners) {
		var written = split(value(column));
		var values = new ArrayList<>(Collections.nCopies(owners, ""));
		if (written.size() == owners) {
			return written;
		} else if (written.size() == 1 && owners > 0) {
			values.set(Math.max(0, split(value(RollColumn.OWNERS)).indexOf(value(RollColumn.REPRESENTATIVE))), written.get(0));
		} else if (!written.isEmpty()) {
			refuse("votes.roll-contacts", column.title(), String.valueOf(owners), String.valueOf(written.size()));
		}
		return values;
	}

	private String phone(String text) {
		var digits = PUNCTUATION.matcher(text).replaceAll("");
		if (!digits.isEmpty() && !PHONE.matcher(digits).matches()) {
			refuse("votes.roll-bad-phone", text);
		}
		return digits;
	}

	private String mail(String text) {
		if (!text.isEmpty() && !MailAddress.is(text)) {
			refuse("votes.roll-bad-mail", text);
		}
		return text;
	}

	private static List<String> split(String cell) {
		return cell.isEmpty() ? List.of() : Arrays.stream(SEPARATORS.split(cell, -1)).map(String::strip).toList();
	}

	private String value(RollColumn column) {
		return cells.getOrDefault(column, "");
	}

	private void refuse(String rule, Object... arguments) {
		errors.add(new Refusal(rule, arguments));
	}
}
