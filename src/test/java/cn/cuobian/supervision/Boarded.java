package cn.cuobian.supervision;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Receipt;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

/** A supervisor of a township, and the matters of one compound in it; 2026-03-02 is a Monday, the steward has three working days. */
@CuobianTest
abstract class Boarded {

	static final BoardFilter ALL = BoardFilter.of(Map.of());

	@Autowired
	Board board;
	@Autowired
	BoardActs acts;
	@Autowired
	BoardStream stream;
	@Autowired
	Loads loads;
	@Autowired
	Tally tally;
	@Autowired
	Clocks clocks;
	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	TestClock clock;
	@Autowired
	MockMvc web;
	@Autowired
	JdbcClient db;

	Branch branch;
	Person steward;
	Person person;
	Viewer supervisor;

	@BeforeEach
	void aSupervisorOfTheTownship() {
		clock.setTo(ZonedDateTime.parse("2026-03-02T09:00:00+08:00").toInstant());
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		person = people.holding("supervisor", branch.township());
		supervisor = TestViewers.of(application, person);
	}

	Watched first() {
		return board.page(ALL, supervisor, null, 50).rows().stream().filter(row -> row.taskId() != null).findFirst().orElseThrow();
	}

	List<String> notes() {
		return db.sql("select payload from matter_event where matter_id = ? and kind = 'NOTED' order by seq").param(first().matterId())
				.query(String.class).list();
	}

	Receipt report() {
		return intake.report(new Report(branch.building(), null, null, "neighbour-dispute", "楼上漏水", "卫生间顶上滴水，已经三天。",
				Channel.PHONE, Scope.BUILDING, false, Contact.NONE, null, null, null, List.of()));
	}
}
