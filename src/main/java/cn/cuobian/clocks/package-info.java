/**
 * Deadlines: the working calendar, the counting rules, the time limits of law and programme, and the ledger of running
 * clocks. Whatever shows, sorts or fires a deadline reads this ledger.
 */
@ApplicationModule(displayName = "Clocks", allowedDependencies = { "nodes", "refusals", "instruments", "territory", "engine", "people" })
package cn.cuobian.clocks;

import org.springframework.modulith.ApplicationModule;
