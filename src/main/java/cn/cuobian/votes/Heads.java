package cn.cuobian.votes;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Counts voters and area: SPC interpretation on divided ownership, articles 8 and 9; Guiding Rules, articles 23 to 25.
 * <ul>
 * <li>The owners of a unit together are one head, and one head however many units the same owners have.
 * <li>All that is unsold, and all that is sold but not handed over, is one head: the developer's.
 * <li>A parking space counts only if the rules of procedure say so. Then it goes to the head of the same owners, else to
 * the first head one of its owners belongs to; only an owner without any other unit is a head by his parking spaces.
 * </ul>
 */
final class Heads {

	private static final Comparator<Lot> BY_CODE = Comparator.comparing(Lot::code);

	private final Map<String, Head> byBuyer = new LinkedHashMap<>();
	/** The first head a person belongs to by a dwelling or a shop. */
	private final Map<String, Head> byOwner = new HashMap<>();

	private Heads() {
	}

	static Heads of(boolean parking, Collection<Lot> lots) {
		var heads = new Heads();
		lots.stream().filter(lot -> !lot.isParking()).sorted(BY_CODE).forEach(heads::take);
		if (parking) {
			lots.stream().filter(Lot::isParking).sorted(BY_CODE).forEach(heads::takeParking);
		}
		return heads;
	}

	/** In the order of their first units; who has parking spaces only comes last. */
	List<Head> all() {
		return List.copyOf(byBuyer.values());
	}

	/** In the order of their first doors; who has parking spaces only comes last. */
	List<Head> byDoor() {
		record AtDoor(Head head, boolean parkingOnly, String door) {
		}
		return all().stream().map(head -> new AtDoor(head, head.isParkingOnly(), DoorOrder.key(head.firstDoor())))
				.sorted(Comparator.comparing(AtDoor::parkingOnly).thenComparing(AtDoor::door)).map(AtDoor::head).toList();
	}

	int count() {
		return byBuyer.size();
	}

	/** Units that count. */
	int units() {
		return byBuyer.values().stream().mapToInt(head -> head.lots().size()).sum();
	}

	/** Of the units that count, in 0.01 m². */
	long area() {
		return byBuyer.values().stream().mapToLong(Head::area).sum();
	}

	private void take(Lot lot) {
		var head = headOf(lot);
		head.take(lot);
		if (head.kind() == HeadKind.OWNER) {
			lot.owners().forEach(owner -> byOwner.putIfAbsent(owner, head));
		}
	}

	private void takeParking(Lot lot) {
		var relative = lot.owners().stream().map(byOwner::get).filter(Objects::nonNull).findFirst();
		var standsAlone = lot.unsold() || relative.isEmpty() || byBuyer.containsKey(fresh(lot).buyer());
		(standsAlone ? headOf(lot) : relative.get()).take(lot);
	}

	private Head headOf(Lot lot) {
		var head = fresh(lot);
		var known = byBuyer.putIfAbsent(head.buyer(), head);
		return known == null ? head : known;
	}

	private static Head fresh(Lot lot) {
		return lot.unsold() ? new Head(HeadKind.DEVELOPER, Set.of()) : new Head(HeadKind.OWNER, Set.copyOf(lot.owners()));
	}
}
