/**
 * 选举: elects an owners' committee, from the application to the filed result, and follows its term: vacancies, recall,
 * re-election. It asks the votes to vote and the notices to publish; the drawings say in which order.
 */
@ApplicationModule(displayName = "Elections 选举", allowedDependencies = { "refusals", "vault", "paper", "territory", "engine",
		"forms", "people", "clocks", "worklist", "notices", "votes" })
package cn.cuobian.elections;

import org.springframework.modulith.ApplicationModule;
