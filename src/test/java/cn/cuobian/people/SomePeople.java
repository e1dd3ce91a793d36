package cn.cuobian.people;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes persons with accounts and posts for one test. */
@TestComponent
public class SomePeople {

	public static final String PASSWORD = "three warm oranges";
	private static final AtomicInteger LAST = new AtomicInteger();

	private final Accounts accounts;
	private final Appointments appointments;
	private final Clock clock;
	private final String encoded;

	public SomePeople(Accounts accounts, Appointments appointments, PasswordEncoder encoder, Clock clock) {
		this.encoded = encoder.encode(PASSWORD);
		this.accounts = accounts;
		this.appointments = appointments;
		this.clock = clock;
	}

	/** A person without any post, who signs in with {@link #PASSWORD}. */
	public Person person() {
		var n = LAST.incrementAndGet();
		return accounts.create("测试员" + n, "someone" + n, encoded, false);
	}

	/** A new person who holds the post at the place from now on; {@link Group#EVERYWHERE} for the whole territory. */
	public Person holding(String post, String place) {
		var person = person();
		appointments.appoint(person.id(), post, place, clock.instant(), null);
		return person;
	}

	/** The same with a name of his own. */
	public Person holding(String post, String place, String name) {
		var person = accounts.create(name, "someone" + LAST.incrementAndGet(), encoded, false);
		appointments.appoint(person.id(), post, place, clock.instant(), null);
		return person;
	}

	/** For MockMvc: the request comes from this person's session. */
	public static RequestPostProcessor as(Person person) {
		return SecurityMockMvcRequestPostProcessors.user(person.username());
	}
}
