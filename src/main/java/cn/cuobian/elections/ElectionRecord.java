package cn.cuobian.elections;

import org.springframework.stereotype.Component;

/** The record of elections and committees, for rooms above that did something to one. */
@Component
public class ElectionRecord {

	private final ElectionLog log;

	ElectionRecord(ElectionLog log) {
		this.log = log;
	}

	/**
	 * @param subject {@code election:5} or {@code committee:9}
	 * @param event what happened, said by the messages {@code elections.event.<event>}
	 * @param words what the person wrote; they are sealed
	 */
	public void note(String subject, long person, String event, String words) {
		log.said(subject, person, event, "", words);
	}
}
