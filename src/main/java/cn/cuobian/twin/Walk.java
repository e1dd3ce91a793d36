package cn.cuobian.twin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.elections.Elections;
import cn.cuobian.elections.NewElection;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.Processes;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Kinds;
import cn.cuobian.matters.Procedures;
import cn.cuobian.matters.Receipt;
import cn.cuobian.matters.Report;
import cn.cuobian.people.People;
import cn.cuobian.people.Viewers;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Places;

/** The one walk that is under way: what it is about, and how it began. */
@ForTwin
@Component
class Walk {

	private static final String ELECTION = "owners_committee";

	private final Intake intake;
	private final Kinds kinds;
	private final Procedures procedures;
	private final Places places;
	private final Models models;
	private final Processes processes;
	private final Elections elections;
	private final People people;
	private final Viewers viewers;
	private final JdbcClient db;
	private final MessageSource messages;
	private String subject;
	private String code;

	Walk(Intake intake, Kinds kinds, Procedures procedures, Places places, Models models, Processes processes, Elections elections, People people, Viewers viewers, JdbcClient db,
			MessageSource messages) {
		this.intake = intake;
		this.kinds = kinds;
		this.procedures = procedures;
		this.places = places;
		this.models = models;
		this.processes = processes;
		this.elections = elections;
		this.people = people;
		this.viewers = viewers;
		this.db = db;
		this.messages = messages;
	}

	/** Null before it began. */
	String subject() {
		return subject;
	}

	/** With which the one who reported rates and takes back; null where nobody reported. */
	String code() {
		return code;
	}

	/** Looks at a procedure that was not begun but built. */
	void stand(String built) {
		subject = built;
		code = null;
	}

	void forget() {
		subject = null;
		code = null;
	}

	/** Every kind that is offered, at each place of the town where a matter may come up, and the election. */
	List<Start> starts() {
		Stream<Start> matters = TwinTown.SCENES.stream().map(places::get).flatMap(place -> kinds.offered().stream()
				.map(kind -> new Start(kind.code(), place.code(), kind.nameZh(), kind.nameEn(), procedures.of(kind, place), place.level().name())));
		Stream<Start> election = models.latest().stream().filter(model -> model.key().equals(ELECTION))
				.map(model -> new Start(model.key(), TwinTown.HOME, model.name(), model.name(), model.key(), Level.COMPOUND.name()));
		return Stream.concat(matters, election).toList();
	}

	/** @param start a kind of matter, or the model of elections */
	void begin(String start, String place) {
		String where = place == null || place.isBlank() ? TwinTown.HOME : place;
		if (ELECTION.equals(start)) {
			beginElection(where);
		} else {
			report(start, where);
		}
	}

	private void beginElection(String place) {
		var officer = people.byUsername("election-officer").orElseThrow();
		long id = elections.begin(new NewElection(place, words("election"), "first", "statutory", 5, 2), viewers.of(officer));
		subject = elections.of(id).subject();
	}

	private void report(String kind, String place) {
		Receipt receipt = intake.report(new Report(place, null, null, kind, words("title"), words("narrative"), Channel.WEB, null, false,
				new Contact(words("title"), null, "resident@twin.invalid"), consent(), null, null, List.of()));
		long id = db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single();
		subject = "matter:" + id;
		code = receipt.trackingCode();
	}

	/** In the language of whoever looks on. */
	private String words(String key) {
		return messages.getMessage("design.dry.walk." + key, null, LocaleContextHolder.getLocale());
	}

	private String consent() {
		return db.sql("select version from matter_consent order by version desc fetch first 1 rows only").query(String.class).single();
	}

	/** All that tasks or clocks stand for: the walk's own subject first. */
	List<String> subjects() {
		List<String> others = db.sql("select distinct subject from work_item union select distinct subject from clock").query(String.class).list();
		return Stream.concat(Optional.ofNullable(subject).stream(), others.stream()).distinct().toList();
	}
}
