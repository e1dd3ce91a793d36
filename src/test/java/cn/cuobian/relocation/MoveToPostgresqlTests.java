package cn.cuobian.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

import cn.cuobian.Houses;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.design.Studio;
import cn.cuobian.elections.Election;
import cn.cuobian.elections.Elections;
import cn.cuobian.elections.NewElection;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.vault.Proof;
import cn.cuobian.votes.SheetRolls;
import cn.cuobian.votes.SomeBoxes;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** A house with matters, photos, a roll, boxes, an election and a draft moves from an H2 file to a real PostgreSQL. */
@SpringBootTest
@ActiveProfiles("test")
@Import({ TestClock.Installed.class, SomePlaces.class, SomePeople.class, SheetRolls.class, Studio.class })
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:moving;DB_CLOSE_DELAY=-1")
@ExtendWith(OutputCaptureExtension.class)
class MoveToPostgresqlTests {

	private static final String KEY = "--cuobian.vault.key=dGhpcy1pcy1hLXRlc3Qta2V5LW9mLTMyLWJ5dGVzISE=";
	private static final String OTHER_KEY = "--cuobian.vault.key=" + Base64.getEncoder().encodeToString(new byte[32]);

	private static EmbeddedPostgres postgres;
	private static int databases;

	@TempDir
	private Path directory;
	@Autowired
	private ApplicationContext house;
	@Autowired
	private JdbcClient db;
	@Autowired
	private TestClock clock;

	private OldFile file;
	private String target;
	private String matter;

	@BeforeAll
	static void aServer() throws IOException {
		postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
	}

	@AfterAll
	static void stopped() throws IOException {
		postgres.close();
	}

	@BeforeEach
	void aFileAndAnEmptyDatabase() throws Exception {
		if (db.sql("select count(*) from vote").query(Long.class).single() == 0) {
			furnish();
		}
		matter = "matter:" + db.sql("select max(id) from matter").query(Long.class).single();
		file = OldFile.of(db, directory);
		var name = "house" + ++databases;
		on("postgres").sql("create database " + name).update();
		target = name;
	}

	private void furnish() throws IOException {
		var here = house.getBean(SomePlaces.class).branch();
		var people = house.getBean(SomePeople.class);
		Map.of("building-steward", here.building(), "hall-secretary", here.compound(), "property-manager", here.compound(), "grid-agent",
				here.compound(), "joint-meeting-secretary", here.community(), "linked-leader", here.community()).forEach(people::holding);
		var officer = viewer(house, people.holding("election-officer", here.township()));
		new SomeBoxes(house).fill(here.compound(), officer);
		house.getBean(Elections.class).begin(new NewElection(here.compound(), "第一届业主委员会选举", Election.FIRST, "statutory", 5, 2), officer);
		var studio = house.getBean(Studio.class);
		studio.draft(studio.bundle(), "现场情况", studio.designer());
		report(house, here);
		db.sql("insert into spring_session values ('1', '1', 1, 1, 1, 1, 'steward')").update();
	}

	private static void report(ApplicationContext house, Branch here) throws IOException {
		var photo = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(2_000, 2_000, BufferedImage.TYPE_INT_RGB), "jpg", photo);
		var version = house.getBean(JdbcClient.class).sql("select max(version) from matter_consent").query(String.class).single();
		house.getBean(Intake.class).report(new Report(here.building(), null, null, "neighbour-dispute", "过道", "过道堆放杂物 😀", Channel.WEB,
				Scope.BUILDING, false, new Contact("陈一", "13900000001", null), version, null, null,
				List.of(new Report.Upload("过道.jpg", photo.toByteArray()))));
	}

	@Test
	void everythingArrivesAndWorkGoesOn(CapturedOutput told) throws Exception {
		var before = file.bytes();
		assertThat(move(KEY)).isZero();
		assertThat(told).contains("matter：1 行", "事项记录：1 份都完好。", "可以搬");
		assertThat(on(target).sql("select count(*) from information_schema.tables where table_schema = 'public'").query(Long.class).single())
				.as("a look makes no table").isZero();

		assertThat(move(KEY, "--apply", "--lang=en")).isZero();
		assertThat(told).contains("Arrived in PostgreSQL", "Ballot boxes and their published marks: all 2 are whole.", "Moved.");
		assertThat(file.bytes()).as("the source is only read").isEqualTo(before);
		assertThat(counts(on(target))).isEqualTo(counts(db));
		assertThat(on(target).sql("select count(*) from spring_session").query(Long.class).single()).isZero();
		assertThat(on(target).sql("select count(*) from pg_constraint where contype = 'f' and condeferrable").query(Long.class).single()).isZero();
		workGoesOn();

		assertThat(move(KEY, "--apply")).isOne();
		assertThat(told).contains("PostgreSQL 里已经有数据（");
	}

	/** The same matter, the next step, a deadline, and the numbers that come next. */
	private void workGoesOn() throws IOException {
		var settings = new String[] { "--spring.datasource.url=" + url(target), "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres", "--spring.flyway.placeholders.blob=bytea", "--server.port=0" };
		try (var moved = Houses.open(new Class<?>[] { SomePlaces.class, SomePeople.class }, settings)) {
			var there = moved.getBean(TestClock.class);
			there.setTo(clock.instant());
			var steward = only(moved);
			moved.getBean(Workbench.class).complete(steward.taskId(), Map.of("decision", "raise", "minutes", "商议了一次", "reason", "本级定不了"),
					holder(moved, steward));
			assertThat(only(moved).elementId()).isNotEqualTo(steward.elementId());
			var overdue = moved.getBean(Clocks.class).ofSubject(matter).stream().filter(each -> each.code().equals("LADDER.HALL")).findFirst()
					.orElseThrow(() -> new AssertionError(moved.getBean(Clocks.class).ofSubject(matter).toString()));
			var hall = only(moved);
			there.setTo(overdue.due());
			assertThat(moved.getBean(DueJobs.class).runDue()).isPositive();
			assertThat(only(moved).elementId()).as("what was not done in time went up").isNotEqualTo(hall.elementId());
			report(moved, moved.getBean(SomePlaces.class).branch());
			assertThat(moved.getBeansOfType(Proof.class).values()).hasSize(7)
					.allSatisfy(proof -> assertThat(proof.read(on(target)).broken()).as(proof.name()).isEmpty());
		}
	}

	@Test
	void aChangedLineIsToldAndTakenAlongAsItIs(CapturedOutput told) throws Exception {
		var number = db.sql("select number from matter").query(String.class).list().get(0);
		file.change("drop trigger matter_event_is_append_only", "drop trigger box_entry_is_append_only",
				"update matter_event set payload = replace(payload, '{', '{ ') where seq = 1",
				"update box_entry set kind = 'WITHDRAWN' where seq = 2");
		assertThat(move(KEY)).isEqualTo(3);
		assertThat(told).contains(number + ": 1", "要搬也会照原样搬过去", "票箱和公布的印记：2 份里有 2 份对不上");
		assertThat(move(KEY, "--apply")).isEqualTo(3);
		assertThat(told).contains("搬完了", "已照原样搬过来");
		assertThat(counts(on(target))).isEqualTo(counts(db));
	}

	@Test
	void whatFailsOnTheWayLeavesTheTargetEmptyAndCanBeDoneAgain(CapturedOutput told) throws Exception {
		file.change("update matter set title = title || char(0)");
		assertThat(move(KEY, "--apply")).isOne();
		assertThat(told).contains("表 matter 有一行 PostgreSQL 不收", "什么都没有搬");
		assertThat(NewHouse.inhabited(on(target))).isEmpty();

		file.change("update matter set title = replace(title, char(0), '')");
		on(target).sql("""
				create function dies() returns trigger language plpgsql as $$
				begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$""").update();
		on(target).sql("create trigger dies before insert on work_item for each row execute function dies()").update();
		assertThat(move(KEY, "--apply")).isOne();
		assertThat(NewHouse.inhabited(on(target))).isEmpty();

		on(target).sql("drop trigger dies on work_item").update();
		assertThat(move(KEY, "--apply")).isZero();
		assertThat(counts(on(target))).isEqualTo(counts(db));
	}

	@Test
	void whatIsInTheWayIsToldBeforeAnythingHappens(CapturedOutput told) throws Exception {
		assertThat(Houses.command(Relocation.COMMAND, "--from=" + directory.resolve("nothing"), KEY)).isEqualTo(2);
		assertThat(Houses.command(Relocation.COMMAND, "--from=" + file.file(), KEY)).isEqualTo(2);
		assertThat(told).contains("找不到 H2 文件", "没有写明要搬到哪里");
		assertThat(move(KEY, "--from-password=x")).isOne();
		assertThat(told).contains("打不开这个文件");

		assertThat(move(OTHER_KEY)).isOne();
		assertThat(told).contains("密钥打不开", "matter.contact", "box_entry.payload_sealed");

		file.change("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '50.1'");
		assertThat(move(KEY)).isOne();
		assertThat(told).contains("版本不一样（50.1）");
	}

	@Test
	void aFileThatIsInUseIsNotMoved(CapturedOutput told) throws Exception {
		var other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
				HoldsTheFile.class.getName(), file.url()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try {
			assertThat(other.inputReader().readLine()).isEqualTo("true");
			assertThat(move(KEY, "--apply")).isOne();
			assertThat(told).contains("正被使用");
		} finally {
			other.destroyForcibly().waitFor();
		}
	}

	private int move(String... more) {
		return command(target, file.file() + ".mv.db", more);
	}

	private static int command(String database, String from, String... more) {
		var arguments = new ArrayList<>(List.of("--from=" + from, "--spring.datasource.url=" + url(database),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres"));
		arguments.addAll(List.of(more));
		return Houses.command(Relocation.COMMAND, arguments.toArray(String[]::new));
	}

	private static String url(String database) {
		return postgres.getJdbcUrl("postgres", database);
	}

	private static JdbcClient on(String database) {
		return JdbcClient.create(postgres.getDatabase("postgres", database));
	}

	private static Map<String, Long> counts(JdbcClient house) {
		var counts = new TreeMap<String, Long>();
		Table.of(house).forEach((name, table) -> counts.put(name, table.count(house)));
		return counts;
	}

	private WorkItem only(ApplicationContext moved) {
		var open = moved.getBean(Worklist.class).openFor(matter);
		assertThat(open).hasSize(1);
		return open.get(0);
	}

	private static Viewer holder(ApplicationContext house, WorkItem task) {
		return house.getBean(Worklist.class).groups(task.taskId()).stream().flatMap(group -> house.getBean(Posts.class).holders(group).stream())
				.findFirst().map(person -> viewer(house, person)).orElseThrow();
	}

	private static Viewer viewer(ApplicationContext house, Person person) {
		return TestViewers.of(house, person);
	}
}
