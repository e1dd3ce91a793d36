package cn.cuobian.design;

import java.util.Collection;

import org.springframework.http.HttpStatus;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Who may draw, and who may decide about what others drew. The administrator may do both, but never both on one draft. */
final class StudioRights {

	private StudioRights() {
	}

	static boolean mayDraw(Viewer viewer) {
		return viewer.roles().contains("DESIGNER") || viewer.roles().contains("ADMINISTRATOR");
	}

	static void draws(Viewer viewer) {
		if (!mayDraw(viewer)) {
			throw new Refusal("design.draft-not-a-designer").status(HttpStatus.FORBIDDEN);
		}
	}

	static boolean mayDecide(Viewer viewer) {
		return viewer.roles().contains("APPROVER") || viewer.roles().contains("ADMINISTRATOR");
	}

	/**
	 * @param hands everybody who drew on the draft
	 * @throws Refusal 403 for who is no approver, and for everybody who has a hand in the draft
	 */
	static void decides(Viewer viewer, Collection<Long> hands) {
		if (!mayDecide(viewer)) {
			throw new Refusal("design.draft-not-an-approver").status(HttpStatus.FORBIDDEN);
		}
		if (hands.contains(viewer.personId())) {
			throw new Refusal("design.draft-own").status(HttpStatus.FORBIDDEN);
		}
	}
}
