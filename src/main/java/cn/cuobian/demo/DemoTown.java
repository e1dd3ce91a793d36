package cn.cuobian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.people.Accounts;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Group;
import cn.cuobian.people.People;
import cn.cuobian.people.Person;
import cn.cuobian.territory.PlaceImport;

/** Fills an empty database with the places of Quanzhou and with people for every post. */
@Component
@Profile("demo")
class DemoTown {

	static final String PASSWORD = "cuobian-demo-2026";

	private final PlaceImport imports;
	private final DemoPlaces places;
	private final People people;
	private final Accounts accounts;
	private final Appointments appointments;
	private final PasswordEncoder encoder;
	private final TransactionTemplate transaction;
	private final Clock clock;

	DemoTown(PlaceImport imports, DemoPlaces places, People people, Accounts accounts, Appointments appointments,
			PasswordEncoder encoder, TransactionTemplate transaction, Clock clock) {
		this.imports = imports;
		this.places = places;
		this.people = people;
		this.accounts = accounts;
		this.appointments = appointments;
		this.encoder = encoder;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** User name to one post of his at one place, in the order of the file. */
	Map<String, Group> posts() {
		var posts = new LinkedHashMap<String, Group>();
		lines().forEach(line -> posts.putIfAbsent(line.getField("username"),
				new Group(line.getField("post"), places.named(line.getField("places")))));
		return posts;
	}

	/** Does nothing when somebody is already there. */
	void settle() {
		if (people.search("", "", 1).isEmpty()) {
			imports.apply(read("demo/places.csv"));
			transaction.executeWithoutResult(status -> invite());
		}
	}

	private void invite() {
		// one hash for all: thirty of them would take seconds
		var encoded = encoder.encode(PASSWORD);
		for (var line : lines()) {
			var person = known(line).orElseGet(() -> accounts.create(line.getField("name"), line.getField("username"), encoded, false));
			places.of(line.getField("places"))
					.forEach(place -> appointments.appoint(person.id(), line.getField("post"), place, clock.instant(), null));
		}
	}

	private Optional<Person> known(NamedCsvRecord line) {
		return people.byUsername(line.getField("username"));
	}

	private static List<NamedCsvRecord> lines() {
		try (var records = CsvReader.builder().ofNamedCsvRecord(new String(read("demo/people.csv"), StandardCharsets.UTF_8))) {
			return records.stream().toList();
		} catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	static byte[] read(String resource) {
		try (var content = new ClassPathResource(resource).getInputStream()) {
			return content.readAllBytes();
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}
}
