/**
 * 表决: the machine of every owners' vote. The roll of units and owners, the ballots and the box they lie in, the count
 * and its gates, and the evidence that remains. What the vote is about, and what follows from it, stands above.
 */
@ApplicationModule(displayName = "Votes 表决", allowedDependencies = { "nodes", "refusals", "instruments", "vault", "paper", "territory", "engine", "forms", "people", "notices" })
package cn.cuobian.votes;

import org.springframework.modulith.ApplicationModule;
