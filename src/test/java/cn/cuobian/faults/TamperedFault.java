package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import cn.cuobian.Houses;
import cn.cuobian.TestClock;
import cn.cuobian.design.Studio;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.faults.Tampering.Act;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.People;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.vault.Proof;
import cn.cuobian.votes.Openness;
import cn.cuobian.votes.SheetRolls;
import cn.cuobian.votes.SomeBoxes;

/**
 * F12: somebody who owns the tables rewrites them, one thing at a time, on PostgreSQL and on H2; what {@code verify-records} reads
 * is read after each, and again when it is undone. Size, for each database: {@code -Dcuobian.faults.mutations=1000}.
 */
class TamperedFault {

	private static final int MUTATIONS = Integer.getInteger("cuobian.faults.mutations", 1000);
	private static final int REPORTS = 8;
	private static final int WEEKS = 2;

	/** What was found of what was done, and how often it was done. */
	private static final class Score {

		private int found;
		private int done;
	}

	private final Map<Kept, Map<Act, Score>> scores = new TreeMap<>((one, other) -> Kept.ALL.indexOf(one) - Kept.ALL.indexOf(other));
	private final Map<String, Long> records = new TreeMap<>();
	private final List<String> unexpected = new ArrayList<>();

	@BeforeAll
	static void quiet() {
		Houses.quiet();
	}

	@Test
	void isFoundAsFarAsItIsPromisedAndNoFarther() throws Exception {
		try (var postgres = EmbeddedPostgres.start()) {
			tamper("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.username=postgres",
					"--spring.datasource.password=postgres", "--spring.flyway.placeholders.blob=bytea");
		}
		tamper("--spring.datasource.url=jdbc:h2:mem:tampered;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000");
		assertThat(unexpected).as("told otherwise than promised").isEmpty();
		var findings = new Findings("F12").saw("mutations on PostgreSQL and on H2, each undone and clean again", 2 * MUTATIONS).saw("records read each time", records);
		scores.forEach((kept, acts) -> findings.saw(kept.words(), acts.entrySet().stream()
				.map(each -> "%s %d of %d".formatted(each.getKey().words, each.getValue().found, each.getValue().done)).collect(Collectors.joining(", "))));
		findings.write();
	}

	private void tamper(String... database) throws Exception {
		try (var house = filled(database); var connection = house.getBean(DataSource.class).getConnection()) {
			var proofs = house.getBeansOfType(Proof.class).values();
			assertThat(proofs).as("a seventh is about files in a store, which this house has not").hasSize(7);
			var random = new Random(12);
			var tampering = new Tampering(connection, random);
			proofs.forEach(proof -> records.put(proof.name(), proof.read(tampering.db()).records()));
			assertThat(records.values()).as("records of each kind").filteredOn(count -> count > 1).hasSize(6);
			for (int mutation = 0; mutation < MUTATIONS; mutation++) {
				var kept = Kept.ALL.get(mutation % Kept.ALL.size());
				var acts = Stream.concat(kept.found().stream(), kept.missed().stream()).sorted().toList();
				var act = acts.get(random.nextInt(acts.size()));
				try {
					var names = tampering.act(act, kept);
					tell(kept, act, names, broken(proofs, tampering.db()));
				} finally {
					tampering.undo();
				}
				assertThat(broken(proofs, tampering.db())).as("%s: %s, and undone", kept.words(), act).isEmpty();
			}
			tampering.undo();
		}
	}

	/** Over the whole house, as the command says it. */
	private static List<String> broken(Collection<Proof> proofs, JdbcClient db) {
		return proofs.stream().flatMap(proof -> proof.read(db).broken().stream()).toList();
	}

	private void tell(Kept kept, Act act, Collection<String> names, List<String> broken) {
		if (kept.found().contains(act) ? !broken.containsAll(names) : !broken.isEmpty()) {
			unexpected.add("%s, %s: %s should be told, and was told %s".formatted(kept.words(), act.words, kept.found().contains(act) ? names : "nothing", broken));
		}
		var score = scores.computeIfAbsent(kept, first -> new EnumMap<>(Act.class)).computeIfAbsent(act, first -> new Score());
		score.done++;
		score.found += broken.isEmpty() ? 0 : 1;
	}

	/** The demonstration; three votes on two rolls, two of them counted; matters with photos that climbed; a draft. Nobody works in it any more. */
	private static ConfigurableApplicationContext filled(String... database) throws IOException {
		var settings = Stream.concat(Stream.of("--spring.profiles.active=demo", "--server.port=0", "--cuobian.votes.rounds=-"), Stream.of(database)).toArray(String[]::new);
		var house = Houses.open(new Class<?>[] { SomePlaces.class, SomePeople.class, SheetRolls.class, Studio.class }, settings);
		var here = house.getBean(SomePlaces.class).branch();
		var boxes = new SomeBoxes(house);
		boxes.fill(here.compound(), TestViewers.of(house, house.getBean(SomePeople.class).holding("election-officer", here.township())));
		var officer = TestViewers.of(house, house.getBean(People.class).byUsername("election").orElseThrow());
		long roll = house.getBean(JdbcClient.class).sql("select id from roll where place = 'lingxiu'").query(Long.class).single();
		boxes.hold(roll, Openness.REAL_NAME, 60, officer);
		boxes.hold(roll, Openness.SECRET, 40, officer);
		for (int report = 1; report <= REPORTS; report++) {
			house.getBean(TestClock.class).travel(Duration.ofHours(1));
			report(house, here.building(), report);
		}
		for (int week = 0; week < WEEKS; week++) {
			house.getBean(TestClock.class).travel(Duration.ofDays(7));
			house.getBean(DueJobs.class).runDue();
		}
		var studio = house.getBean(Studio.class);
		studio.draft(studio.bundle(), "现场情况", studio.designer());
		house.getBean(ThreadPoolTaskScheduler.class).shutdown();
		return house;
	}

	private static void report(ApplicationContext house, String place, int number) throws IOException {
		var photo = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(100 + number, 100, BufferedImage.TYPE_INT_RGB), "jpg", photo);
		house.getBean(Intake.class).report(new Report(place, null, null, "drainage", "漏水", "漏水，第 " + number + " 处", Channel.WEB, Scope.BUILDING, false, Contact.NONE, null,
				null, null, List.of(new Report.Upload(number + ".jpg", photo.toByteArray()))));
	}
}
