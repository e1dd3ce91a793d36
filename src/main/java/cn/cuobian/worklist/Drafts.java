package cn.cuobian.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms half filled in. A draft is not validated, belongs to one person, and is seen by everybody who may work the task:
 * whoever gets it next goes on from there.
 */
@Component
public class Drafts {

	/** Characters of all answers together; several times what any of our forms can hold. */
	private static final int LONGEST = 200_000;
	private static final Duration KEPT = Duration.ofDays(90);

	private final DraftRows rows;
	private final WorkAccess access;
	private final JsonMapper json;
	private final Clock clock;

	Drafts(DraftRows rows, WorkAccess access, JsonMapper json, Clock clock) {
		this.rows = rows;
		this.access = access;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Keeps what he has written so far; replaces what he had kept before.
	 *
	 * @throws Refusal 404 for a task that is not his to see, 403 when he may only read it, 409 when it is closed
	 */
	public Draft save(String taskId, Map<String, ?> answers, Viewer viewer) {
		access.workable(taskId, viewer);
		return keep(taskId, answers, viewer);
	}

	/** What was written last by anybody who may work the task: what a form opens with. */
	public Optional<Draft> latest(String taskId, Viewer viewer) {
		access.workable(taskId, viewer);
		return rows.of(taskId).stream().findFirst();
	}

	/** What others have written into the form, newest first. */
	public List<Draft> ofOthers(String taskId, Viewer viewer) {
		access.workable(taskId, viewer);
		return rows.of(taskId).stream().filter(draft -> draft.personId() != viewer.personId()).toList();
	}

	/** His own draft, also of a task that somebody else has completed meanwhile. */
	public Optional<Draft> own(String taskId, Viewer viewer) {
		return rows.of(taskId).stream().filter(draft -> draft.personId() == viewer.personId()).findFirst();
	}

	/** Throws his own draft away. */
	public void discard(String taskId, Viewer viewer) {
		rows.delete(taskId, viewer.personId());
	}

	/** As {@link #save}, of a task that may be closed: what came too late is not lost. */
	Draft keep(String taskId, Map<String, ?> answers, Viewer viewer) {
		var draft = new Draft(taskId, viewer.personId(), clock.instant().truncatedTo(ChronoUnit.MILLIS), plain(answers));
		var text = json.writeValueAsString(draft.answers());
		if (text.length() > LONGEST) {
			throw new Refusal("worklist.draft-too-long").status(HttpStatus.CONTENT_TOO_LARGE);
		}
		if (!rows.update(draft, text)) {
			insert(draft, text);
		}
		return draft;
	}

	@Scheduled(cron = "0 40 3 * * *")
	void sweep() {
		rows.deleteLeftSince(clock.instant().minus(KEPT));
	}

	private void insert(Draft draft, String text) {
		try {
			rows.insert(draft, text);
		} catch (DuplicateKeyException e) {
			rows.update(draft, text);
		}
	}

	private static Map<String, Object> plain(Map<String, ?> answers) {
		var plain = new HashMap<String, Object>();
		answers.forEach((key, value) -> {
			if (value instanceof Collection<?> several) {
				plain.put(key, several.stream().map(String::valueOf).toList());
			} else if (value != null && !value.toString().isEmpty()) {
				plain.put(key, value.toString());
			}
		});
		return plain;
	}
}
