package cn.cuobian.matters;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A compound with a steward, a hall and a joint meeting, and matters brought up there. */
@CuobianTest
abstract class MattersInTheHouse {

	private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+08:00");
	private static final Pattern CODE = Pattern.compile("id=\"tracking-code\">([0-9A-Z-]{24})<");
	private static final Pattern NUMBER = Pattern.compile("id=\"number\">([A-Z]+-[0-9]{4}-[0-9]{6})<");

	@Autowired
	MockMvc web;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcClient db;
	@Autowired
	Intake intake;
	@Autowired
	ApplicationContext application;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;

	Branch here;
	Person steward;
	Person secretary;

	@BeforeEach
	void somebodyIsThere() {
		clock.setTo(MONDAY.toInstant());
		here = places.branch();
		steward = people.holding("building-steward", here.building());
		secretary = people.holding("hall-secretary", here.compound());
		people.holding("property-manager", here.compound());
		people.holding("grid-agent", here.compound());
		people.holding("joint-meeting-secretary", here.community());
		people.holding("linked-leader", here.community());
	}

	Viewer viewer(Person person) {
		return TestViewers.of(application, person);
	}

	Report leak(String place, String narrative) {
		return new Report(place, null, null, "water", null, narrative, Channel.WEB, null, false, Contact.NONE, null, null,
				null, List.of());
	}

	Receipt reported(String narrative) {
		return intake.report(leak(here.building(), narrative));
	}

	long idOf(String number) {
		return db.sql("select id from matter where number = ?").param(number).query(Long.class).single();
	}

	long count(String table) {
		return db.sql("select count(*) from " + table).query(Long.class).single();
	}

	/** The resident's form with everything that must be there. */
	MockMultipartHttpServletRequestBuilder form(String token, String narrative) {
		var form = MockMvcRequestBuilders.multipart("/report");
		form.param("token", token).param("place", here.building()).param("kind", "water").param("narrative", narrative)
				.param("seen", "1").with(SecurityMockMvcRequestPostProcessors.csrf());
		return form;
	}

	static String token() {
		return UUID.randomUUID().toString();
	}

	static MockMultipartFile photo(String name, byte[] bytes) {
		return new MockMultipartFile("photos", name, "image/jpeg", bytes);
	}

	static String code(String page) {
		return first(CODE, page);
	}

	static String number(String page) {
		return first(NUMBER, page);
	}

	private static String first(Pattern pattern, String page) {
		Matcher found = pattern.matcher(page);
		if (!found.find()) {
			throw new AssertionError(pattern + " is not on the page:\n" + page);
		}
		return found.group(1);
	}
}
