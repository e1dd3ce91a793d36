package cn.cuobian.design;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.design.Move.State;
import cn.cuobian.engine.Moving;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The runs that move open matters to the version in force: begun, stopped and taken up again by people, done by {@link Mover}. */
@Component
class Moves {

	private static final int LATEST = 20;

	private final MoveRows rows;
	private final Bundles bundles;
	private final DeployedVersions deployed;
	private final Moving moving;
	private final Clock clock;

	Moves(MoveRows rows, Bundles bundles, DeployedVersions deployed, Moving moving, Clock clock) {
		this.rows = rows;
		this.bundles = bundles;
		this.deployed = deployed;
		this.moving = moving;
		this.clock = clock;
	}

	/** How many matters do not run on the version in force. */
	long behind(String bundle) {
		return deployed.deployment(bundles.current(bundle)).map(deployment -> moving.countBehind(bundle, deployment)).orElse(0L);
	}

	/**
	 * Begins to move all that are behind. Where they go was approved with the version.
	 *
	 * @throws Refusal 403 for who neither draws nor decides, 422 when nothing is behind, 409 while another run is not over
	 */
	long begin(String bundle, Viewer viewer) {
		var current = bundles.current(bundle);
		moves(viewer);
		var deployment = deployed.deployment(current).orElseThrow(() -> new Refusal("design.move-nothing-behind"));
		long behind = moving.countBehind(bundle, deployment);
		if (behind == 0) {
			throw new Refusal("design.move-nothing-behind");
		}
		try {
			return rows.insert(new Move(0, bundle, current.version(), deployment, State.RUNNING, behind, "", viewer.personId(), clock.instant(), null));
		} catch (DuplicateKeyException another) {
			throw new Refusal("design.move-under-way").status(HttpStatus.CONFLICT);
		}
	}

	/** After the matter that is being moved; what was moved stays moved. */
	void stop(String bundle, long id, Viewer viewer) {
		of(bundle, id);
		moves(viewer);
		turned(rows.turn(id, State.RUNNING, State.STOPPED));
	}

	void goOn(String bundle, long id, Viewer viewer) {
		of(bundle, id);
		moves(viewer);
		turned(rows.turn(id, State.STOPPED, State.RUNNING));
	}

	/** Ends a run that was stopped, for good; what it did not come to stays on its old version. */
	void giveUp(String bundle, long id, Viewer viewer) {
		of(bundle, id);
		moves(viewer);
		turned(rows.turn(id, State.STOPPED, State.DONE));
		rows.end(id, State.DONE, clock.instant());
	}

	/** @throws Refusal 404 */
	Move of(String bundle, long id) {
		return rows.find(id).filter(move -> move.bundle().equals(bundle)).orElseThrow(Refusal::notFound);
	}

	/** Newest first. */
	List<Move> latest(String bundle) {
		return rows.of(bundle, LATEST);
	}

	Optional<Move> underWay(String bundle) {
		return rows.of(bundle, 1).stream().filter(move -> !move.isOver()).findFirst();
	}

	static boolean mayMove(Viewer viewer) {
		return StudioRights.mayDraw(viewer) || StudioRights.mayDecide(viewer);
	}

	private static void moves(Viewer viewer) {
		if (!mayMove(viewer)) {
			throw new Refusal("design.draft-not-a-designer").status(HttpStatus.FORBIDDEN);
		}
	}

	private static void turned(boolean turned) {
		if (!turned) {
			throw new Refusal("design.move-moved-on").status(HttpStatus.CONFLICT);
		}
	}
}
