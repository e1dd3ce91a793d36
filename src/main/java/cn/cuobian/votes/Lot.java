package cn.cuobian.votes;

import java.util.List;

/**
 * What counts of a unit.
 *
 * @param area in 0.01 m²
 * @param unsold or sold and not handed over: it votes with the developer
 * @param owners who they are, by a key that is the same for the same person
 * @param representative one of them, or null
 */
record Lot(String code, UnitUse use, long area, boolean unsold, List<String> owners, String representative) {

	boolean isParking() {
		return use == UnitUse.PARKING;
	}
}
