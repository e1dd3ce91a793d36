package cn.cuobian.elections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationContext;

import cn.cuobian.TestClock;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.notices.DueNotices;
import cn.cuobian.notices.Notice;
import cn.cuobian.notices.Notices;
import cn.cuobian.people.People;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.votes.OwnersOfACompound;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/**
 * An election that a test works in the browser: where its pages are, its time, and what many others do who would only
 * do again what the browser has shown once.
 */
public final class RunningElection {

	private final ApplicationContext application;
	private final long id;
	private final String subject;

	public RunningElection(ApplicationContext application, long id) {
		this.application = application;
		this.id = id;
		this.subject = "election:" + id;
	}

	/** A committee that an earlier election put into office; its members are of no concern here. */
	public static void oldCommittee(ApplicationContext application, String place, LocalDate termTo) {
		var rows = application.getBean(ElectionRows.class);
		var begun = application.getBean(TestClock.class).instant();
		var earlier = new Election(rows.nextId(), place, "上一届选举", Election.FIRST, "statutory", ElectionState.DONE, 5, 2, null, null, begun, begun);
		rows.insert(earlier, Elections.BY_PROCEDURE);
		application.getBean(CommitteeRows.class).insert(place, earlier.id(), 5, termTo.minusYears(5).plusDays(1), termTo);
	}

	public long id() {
		return id;
	}

	/** As it stands in lists of tasks. */
	public String number() {
		return "XJ-" + id;
	}

	public long vote() {
		return poll().voteId();
	}

	/** The newest about this. */
	public long notice(String about) {
		return newest(about).id();
	}

	/** More names by the party's channel. */
	public void nominate(String username, Map<String, String> unitsByName) {
		unitsByName.forEach((name, unit) -> application.getBean(Nominations.class).nominate(id,
				new NewCandidate(Channel.PARTY, 0, name, unit, "愿意为大家做事", false, true), viewer(username)));
	}

	public void joinGroup(String username, List<String> owners) {
		owners.forEach(owner -> application.getBean(Groups.class).add(id, Role.OWNER, false, owner, viewer(username)));
	}

	/** Every open task of this step is done by somebody whose post it is. */
	public void othersDo(String step, Map<String, ?> form) {
		var worklist = application.getBean(Worklist.class);
		worklist.openFor(subject).stream().filter(task -> task.elementId().equals(step))
				.forEach(task -> application.getBean(Workbench.class).complete(task.taskId(), form, holder(worklist, task)));
	}

	/** So many owners who have not voted vote online. */
	public void othersVote(int owners, Integer... candidates) {
		new OwnersOfACompound(application).vote(vote(), owners, candidates);
	}

	public void untilNoticeEnds(String about) {
		until(newest(about).ends());
	}

	public void untilVoteOpens() {
		until(poll().opens());
	}

	public void untilVoteEnds() {
		until(poll().ends());
	}

	/** Never back; what falls due on the way happens. */
	public void until(Instant moment) {
		var clock = application.getBean(TestClock.class);
		if (clock.instant().isBefore(moment)) {
			clock.setTo(moment);
		}
		application.getBean(DueJobs.class).runDue();
		DueNotices.run(application);
	}

	private Notice newest(String about) {
		return application.getBean(Notices.class).about(subject).stream().filter(notice -> notice.kind().equals(about))
				.reduce((first, last) -> last).orElseThrow();
	}

	private Poll poll() {
		return application.getBean(PollRows.class).last(subject).orElseThrow();
	}

	private Viewer holder(Worklist worklist, WorkItem task) {
		return worklist.groups(task.taskId()).stream().flatMap(group -> application.getBean(Posts.class).holders(group).stream()).findFirst()
				.map(this::viewer).orElseThrow();
	}

	private Viewer viewer(String username) {
		return viewer(application.getBean(People.class).byUsername(username).orElseThrow());
	}

	private Viewer viewer(Person person) {
		return TestViewers.of(application, person);
	}
}
