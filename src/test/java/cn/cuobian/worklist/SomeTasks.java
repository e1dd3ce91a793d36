package cn.cuobian.worklist;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.engine.Processes;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

/** A building with two stewards and a hall, and tasks of the two-step process {@code trial} there. */
@CuobianTest
public abstract class SomeTasks {

	protected static final Map<String, String> DONE = Map.of("minutes", "看过了，修好了", "decision", "done");
	private static final AtomicLong LAST = new AtomicLong();

	@Autowired
	protected Processes processes;
	@Autowired
	protected Worklist list;
	@Autowired
	protected Workbench bench;
	@Autowired
	protected Drafts drafts;
	@Autowired
	protected SomePlaces places;
	@Autowired
	protected SomePeople people;
	@Autowired
	protected TestClock clock;
	@Autowired
	protected JdbcClient jdbc;
	@Autowired
	protected ApplicationContext application;
	@Autowired
	protected TransactionTemplate transaction;

	protected Branch here;
	protected Person steward;
	protected Person otherSteward;
	protected Person secretary;
	protected Person stranger;

	@BeforeEach
	void somebodyIsThere() {
		here = places.branch();
		steward = people.holding("building-steward", here.building());
		otherSteward = people.holding("building-steward", here.building());
		secretary = people.holding("hall-secretary", here.compound());
		stranger = people.holding("building-steward", places.branch().building());
	}

	/** The first task of a new process at the building; its id. */
	protected String task() {
		return task(here.building());
	}

	protected String task(String place) {
		var subject = subject();
		processes.start("trial", subject, Map.of("place", place, "matterId", LAST.get()));
		return list.openFor(subject).get(0).taskId();
	}

	/** A subject that no room knows. */
	protected static String subject() {
		return "trial:" + LAST.incrementAndGet();
	}

	protected Viewer viewer(Person person) {
		return TestViewers.of(application, person);
	}

	protected Set<String> groupOfStewards() {
		return Set.of("building-steward@" + here.building());
	}
}
