package cn.cuobian.elections;

import java.util.List;
import java.util.stream.Stream;

import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who runs an election, who reviews candidates, and who may read along. */
@Component
class ElectionRights {

	static final String OFFICER = "election-officer";
	private static final List<String> NOMINATE = List.of(OFFICER, "branch-secretary", "community-secretary");
	private static final List<String> REVIEW = List.of(OFFICER, "candidate-reviewer", "joint-reviewer", "community-secretary");
	private static final List<String> ANNUL = List.of(OFFICER, "leader-office");

	private final Places places;

	ElectionRights(Places places) {
		this.places = places;
	}

	boolean runs(Viewer viewer, String place) {
		return holds(viewer, place, List.of(OFFICER));
	}

	boolean nominates(Viewer viewer, String place) {
		return holds(viewer, place, NOMINATE);
	}

	/** Sees names and reasons. */
	boolean reviews(Viewer viewer, String place) {
		return holds(viewer, place, REVIEW);
	}

	boolean annuls(Viewer viewer, String place) {
		return holds(viewer, place, ANNUL);
	}

	boolean reads(Viewer viewer, String place) {
		return reviews(viewer, place) || nominates(viewer, place) || places.find(place).filter(viewer::sees).isPresent();
	}

	/** @throws Refusal 403 */
	void require(boolean allowed) {
		if (!allowed) {
			throw new Refusal("elections.not-your-post").status(HttpStatus.FORBIDDEN);
		}
	}

	/** The places at or below which he reads: for a list. */
	List<String> placesOf(Viewer viewer) {
		var posts = viewer.groups().stream().map(Group::parse).filter(group -> NOMINATE.contains(group.post()) || REVIEW.contains(group.post()))
				.map(Group::place).flatMap(code -> code.equals(Group.EVERYWHERE) ? places.children(null).stream() : places.find(code).stream());
		return Stream.concat(posts, viewer.territories().stream().flatMap(this::ofPath)).map(Place::path).distinct().toList();
	}

	private Stream<Place> ofPath(String path) {
		var codes = path.split("/");
		return codes.length == 0 ? places.children(null).stream() : places.find(codes[codes.length - 1]).stream();
	}

	private boolean holds(Viewer viewer, String place, List<String> posts) {
		var here = places.lineage(place);
		return posts.stream().anyMatch(post -> viewer.is(post, here));
	}
}
