/**
 * 督办: the board of open clocks, and what supervisors do with them. Its rows are written in the transaction of the ledger
 * and read without joining anything; its acts are the ledger's and the work list's, each with a reason on record.
 */
@ApplicationModule(displayName = "Supervision 督办", allowedDependencies = { "nodes", "refusals", "instruments", "territory", "engine", "forms", "people",
		"clocks", "worklist", "matters", "figures", "elections" })
package cn.cuobian.supervision;

import org.springframework.modulith.ApplicationModule;
