package cn.cuobian.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which post each task of a matter was offered to, so that its acts can be told by post. */
final class Offers {

	private final Map<String, String> postByStep = new HashMap<>();

	/** The group {@code post@place} the task belongs to; empty for what is no task. */
	Optional<String> postOf(RecordedEvent event) {
		if (!event.offeredTo().isEmpty()) {
			postByStep.put(event.step(), event.offeredTo().get(0));
		}
		return Optional.ofNullable(postByStep.get(event.step()));
	}
}
