package cn.cuobian.elections;

import java.util.Arrays;
import java.util.Map;

/**
 * Which candidates somebody looks for; empty or null parts ask for nothing.
 *
 * @param words part of a name or of a unit, or the whole number of a candidate
 * @param after the last number on the page before
 */
record CandidateFilter(String words, CandidateState state, Channel channel, boolean mine, int after) {

	static CandidateFilter of(Map<String, String> asked) {
		var after = asked.getOrDefault("after", "");
		return new CandidateFilter(asked.getOrDefault("q", "").strip(),
				Arrays.stream(CandidateState.values()).filter(state -> state.code().equals(asked.get("state"))).findFirst().orElse(null),
				Arrays.stream(Channel.values()).filter(channel -> channel.code().equals(asked.get("by"))).findFirst().orElse(null),
				"true".equals(asked.get("mine")), after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0);
	}

	/** @param withNames whether the viewer may read names; else they cannot be looked for either */
	boolean wants(Candidate candidate, boolean withNames) {
		return (state == null || candidate.state() == state) && (channel == null || candidate.cameBy(channel))
				&& (words.isEmpty() || String.valueOf(candidate.no()).equals(words)
						|| withNames && (candidate.name().contains(words) || candidate.unit().contains(words)));
	}
}
