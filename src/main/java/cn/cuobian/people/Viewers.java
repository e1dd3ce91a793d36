package cn.cuobian.people;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** The viewer of the running request. Controllers take a {@link Viewer} argument instead. */
@Component
public class Viewers {

	private final ViewerFacts facts;

	Viewers(ViewerFacts facts) {
		this.facts = facts;
	}

	/** What somebody may do who is not asking himself: for what the house does in his name, such as the demonstration. */
	public Viewer of(Person person) {
		return facts.of(person);
	}

	/** @throws Refusal 401 when nobody is signed in */
	public Viewer current() {
		return find().orElseThrow(() -> new Refusal("refusals.http.401").status(HttpStatus.UNAUTHORIZED));
	}

	/** Empty for residents and outside requests. */
	public Optional<Viewer> find() {
		return SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication known
				? Optional.of(known.getPrincipal()) : Optional.empty();
	}
}
