package cn.cuobian.messages;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import cn.cuobian.clocks.ReachedRung;
import cn.cuobian.messages.Supervisors.Over;
import cn.cuobian.worklist.WorkItem;
import org.springframework.stereotype.Component;

/**
 * Who is told of a rung. The first one is for those whose task it is; each later one adds the nearest supervisor, due
 * adds the supervisors up to the city, and what is overdue goes all the way up. Nobody assigned never means nobody told.
 */
@Component
class RungAudience {

	private final Workers workers;
	private final Supervisors supervisors;

	RungAudience(Workers workers, Supervisors supervisors) {
		this.workers = workers;
		this.supervisors = supervisors;
	}

	/** @param items the open tasks of the rungs, by id */
	Map<ReachedRung, Set<Long>> of(List<ReachedRung> rungs, Map<String, WorkItem> items) {
		var working = workers.of(items.values());
		var over = supervisors.over(rungs.stream().map(rung -> place(rung, items)).filter(Objects::nonNull).toList());
		var audience = new LinkedHashMap<ReachedRung, Set<Long>>();
		rungs.forEach(rung -> {
			var theirs = working.getOrDefault(String.valueOf(rung.taskId()), Set.of());
			audience.put(rung, of(rung, theirs, place(rung, items), over));
		});
		return audience;
	}

	private static Set<Long> of(ReachedRung rung, Set<Long> workers, String place, Over over) {
		var told = new LinkedHashSet<>(workers);
		switch (rung.stage()) {
			case NEAR -> told.addAll(rung.index() > 0 || workers.isEmpty() ? over.nearest(place) : Set.of());
			case DUE -> told.addAll(over.upToCity(place));
			case OVERDUE -> told.addAll(over.everybody(place));
		}
		return told;
	}

	private static String place(ReachedRung rung, Map<String, WorkItem> items) {
		var item = items.get(String.valueOf(rung.taskId()));
		return rung.place() == null && item != null ? item.place() : rung.place();
	}
}
