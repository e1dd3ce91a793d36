package cn.cuobian.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.refusals.Refusal;

/** How persons sign in: accounts and their passwords. */
@Component
public class Accounts {

	/** No letters that look alike, for it is read out or written down once. */
	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
	/** 16 letters of 31 are 79 bits. */
	private static final int LENGTH = 16;

	private final JdbcClient jdbc;
	private final PasswordEncoder encoder;
	private final Clock clock;
	private final SecureRandom random = new SecureRandom();

	Accounts(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
		this.jdbc = jdbc;
		this.encoder = encoder;
		this.clock = clock;
	}

	/** What signing in needs to know. */
	record Account(long person, String username, String password, boolean mustChange, boolean disabled) {
	}

	/** A new person with an account and a password that must be changed at the first sign-in. */
	@Transactional
	public Person create(String name, String username, String oneTimePassword) {
		return create(name, username, encoder.encode(oneTimePassword), true);
	}

	/**
	 * For accounts that are made in numbers.
	 *
	 * @param encoded the password as the {@link PasswordEncoder} gave it
	 * @param mustChange false only for the demonstration
	 */
	@Transactional
	public Person create(String name, String username, String encoded, boolean mustChange) {
		var checked = checkedName(name);
		if (username == null || !username.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
			throw Refusal.onField("username", "people.bad-username");
		}
		if (find(username).isPresent()) {
			throw Refusal.onField("username", "people.username-taken", username);
		}
		var key = new GeneratedKeyHolder();
		jdbc.sql("insert into person (name) values (?)").param(checked).update(key, "id");
		long id = key.getKeyAs(Long.class);
		insert(id, username, encoded, mustChange);
		return new Person(id, username, checked, true);
	}

	private void insert(long person, String username, String encoded, boolean mustChange) {
		try {
			jdbc.sql("insert into account (person, username, password, must_change, disabled, created_at) values (?, ?, ?, ?, false, ?)")
					.params(person, username, encoded, mustChange, Timestamp.from(clock.instant())).update();
		} catch (DuplicateKeyException takenMeanwhile) {
			throw Refusal.onField("username", "people.username-taken", username);
		}
	}

	/** A random password to be handed over once. */
	public String oneTimePassword() {
		var password = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return password.toString();
	}

	/** @return the new password, which works once */
	@Transactional
	public String reset(long person) {
		var password = oneTimePassword();
		set(person, password, true);
		jdbc.sql("delete from sign_in_failure where username = (select username from account where person = ?)")
				.param(person).update();
		return password;
	}

	/** The person's own change. */
	@Transactional
	void change(long person, String old, String wanted, String repeated) {
		var account = byPerson(person).orElseThrow(Refusal::notFound);
		if (!encoder.matches(old == null ? "" : old, account.password())) {
			throw Refusal.onField("old", "people.old-password-wrong");
		}
		PasswordRule.check(wanted, repeated, account.username());
		if (wanted.equals(old)) {
			throw Refusal.onField("wanted", "people.password-same");
		}
		set(person, wanted, false);
	}

	@Transactional
	void disable(long person, boolean disabled) {
		if (jdbc.sql("update account set disabled = ? where person = ?").params(disabled, person).update() == 0) {
			throw Refusal.notFound();
		}
	}

	Optional<Account> find(String username) {
		return jdbc.sql("select person, username, password, must_change, disabled from account where username = ?")
				.param(username).query(Accounts::account).optional();
	}

	private static Account account(ResultSet rs, int n) throws SQLException {
		return new Account(rs.getLong("person"), rs.getString("username"), rs.getString("password"), rs.getBoolean("must_change"), rs.getBoolean("disabled"));
	}

	Optional<Account> byPerson(long person) {
		return jdbc.sql("select person, username, password, must_change, disabled from account where person = ?")
				.param(person).query(Accounts::account).optional();
	}

	boolean isEmpty() {
		return jdbc.sql("select person from account fetch first 1 rows only").query(Long.class).optional().isEmpty();
	}

	private void set(long person, String password, boolean mustChange) {
		if (jdbc.sql("update account set password = ?, must_change = ? where person = ?")
				.params(encoder.encode(password), mustChange, person).update() == 0) {
			throw Refusal.notFound();
		}
	}

	private static String checkedName(String name) {
		if (name == null || name.isBlank() || name.strip().length() > 60) {
			throw Refusal.onField("name", "people.bad-name");
		}
		return name.strip();
	}
}
