package cn.cuobian.matters;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.stereotype.Component;

/**
 * Where matters are found, by people and by rooms above. A matter that a viewer may not see does not exist for him.
 */
@Component
public class MatterFile {

	private final Matters matters;
	private final Sight sight;

	MatterFile(Matters matters, Sight sight) {
		this.matters = matters;
		this.sight = sight;
	}

	/**
	 * The matter with this number, for this viewer.
	 *
	 * @throws Refusal 404 if there is none, or none that he may see
	 */
	public Matter open(String number, Viewer viewer) {
		return matters.find(number).filter(matter -> sight.covers(viewer, matter.facts())).orElseThrow(Refusal::notFound);
	}

	/** The matter with this id, for this viewer, who may also work a task of it. */
	public Optional<Matter> find(long id, Viewer viewer) {
		return matters.find(id).filter(matter -> sight.covers(viewer, matter.facts()));
	}

	/**
	 * The matter with this id, for rooms above that have checked who asks.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	public Matter of(long id) {
		return matters.find(id).orElseThrow(() -> new IllegalArgumentException("There is no matter " + id));
	}

	/** As {@link #of}, empty if there is none. */
	public Optional<Matter> known(long id) {
		return matters.find(id);
	}

	/** The numbers of matters by their ids; of one that does not exist there is none. */
	public Map<Long, String> numbers(Collection<Long> ids) {
		return matters.numbers(ids);
	}
}
