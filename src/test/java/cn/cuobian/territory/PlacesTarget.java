package cn.cuobian.territory;

import java.util.List;

import cn.cuobian.faults.Fuzzed;

/** F14: a list of places as it is uploaded. */
public final class PlacesTarget {

	private static final List<Place> STANDING = List.of(new Place("qz", null, Level.PREFECTURE, "泉州市", "Quanzhou", "/qz/", null, null, null, null, null, null));

	private PlacesTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> PlaceDraft.of(PlaceFile.of(input), STANDING).errors().forEach(error -> Fuzzed.requireSentence(error.refusal())));
	}
}
