package cn.cuobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The walls between the rooms, and the floors they stand on. */
class ModularityTests {

	/** The floor of each room: a call goes to a lower one. The plan is drawn in docs and nowhere else in code. */
	private static final Map<String, Integer> FLOORS = Map.ofEntries(
			Map.entry("nodes", -1), Map.entry("refusals", -1), Map.entry("vault", -1), Map.entry("paper", -1), Map.entry("instruments", -2), Map.entry("files", 0), Map.entry("territory", 0), Map.entry("engine", 0), Map.entry("forms", 1),
			Map.entry("people", 2), Map.entry("clocks", 3), Map.entry("worklist", 4), Map.entry("notices", 4), Map.entry("matters", 5), Map.entry("votes", 5),
			Map.entry("elections", 6), Map.entry("escalation", 6), Map.entry("dispute", 7), Map.entry("figures", 6), Map.entry("supervision", 7), Map.entry("design", 7), Map.entry("messages", 8),
			Map.entry("portal", 9), Map.entry("twin", 9), Map.entry("relocation", 9), Map.entry("demo", 9));

	private final ApplicationModules rooms = ApplicationModules.of(CuobianApplication.class);

	@Test
	void everyRoomUsesOnlyWhatItDeclares() {
		rooms.verify();
	}

	@Test
	void aRoomThatCallsUpwardIsFound() {
		assertThatThrownBy(() -> ApplicationModules.of("brokenhouse", location -> true).verify())
				.isInstanceOf(Violations.class).hasMessageContaining("Cellar");
	}

	@Test
	void everyRoomHasAFloorAndDeclaresOnlyLowerOnes() {
		assertThat(FLOORS.keySet()).containsAll(new TreeSet<>(names()));
		names().forEach(room -> assertThat(declared("cn.cuobian." + room)).as(room)
				.allSatisfy(used -> assertThat(FLOORS.get(used)).as(used).isLessThan(FLOORS.get(room))));
	}

	@Test
	void aRoomWithoutDeclaredWallsIsFound() {
		assertThatThrownBy(() -> declared("brokenhouse.util")).isInstanceOf(AssertionError.class);
		names().forEach(room -> declared("cn.cuobian." + room));
	}

	private List<String> names() {
		return rooms.stream().map(room -> room.getIdentifier().toString()).toList();
	}

	private static List<String> declared(String room) {
		try {
			var walls = Class.forName(room + ".package-info").getAnnotation(ApplicationModule.class);
			return Arrays.stream(walls.allowedDependencies()).map(used -> used.split("::")[0].strip()).collect(Collectors.toList());
		} catch (ClassNotFoundException e) {
			throw new AssertionError(room + " declares no walls", e);
		}
	}
}
