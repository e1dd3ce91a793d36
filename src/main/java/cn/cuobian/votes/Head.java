package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import cn.cuobian.vault.Sha256;

/** One voter and the units it votes for. */
final class Head {

	private final HeadKind kind;
	private final Set<String> owners;
	private final List<Lot> lots = new ArrayList<>();

	Head(HeadKind kind, Set<String> owners) {
		this.kind = kind;
		this.owners = new TreeSet<>(owners);
	}

	void take(Lot lot) {
		lots.add(lot);
	}

	HeadKind kind() {
		return kind;
	}

	/** In the order of their codes, dwellings and shops before parking spaces. */
	List<Lot> lots() {
		return lots;
	}

	/** The first of its dwellings and shops as people walk, else of its parking spaces. */
	String firstDoor() {
		boolean parkingOnly = isParkingOnly();
		return lots.stream().filter(lot -> parkingOnly || !lot.isParking()).map(Lot::code).min(DoorOrder.OF_CODES).orElseThrow();
	}

	boolean isParkingOnly() {
		return lots.stream().allMatch(Lot::isParking);
	}

	/** In 0.01 m². */
	long area() {
		return lots.stream().mapToLong(Lot::area).sum();
	}

	/** Of the first unit that has one; null for a developer nobody has named. */
	String representative() {
		return lots.stream().map(Lot::representative).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** The same set of owners has the same buyer, in whatever order they are written. */
	String buyer() {
		return kind == HeadKind.DEVELOPER ? HeadKind.DEVELOPER.name() : Sha256.hex(String.join("\n", owners));
	}
}
