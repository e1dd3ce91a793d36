/**
 * 试演: a whole house in memory with a clock of its own, as a process beside the server: nothing in it is real, nothing
 * leaves it. The design studio starts it, gives it models, and speaks with it line by line.
 */
@ApplicationModule(displayName = "Twin 试演",
		allowedDependencies = { "refusals", "territory", "engine", "engine :: inspection", "forms", "people", "clocks", "worklist", "matters", "elections", "design :: walk" })
package cn.cuobian.twin;

import org.springframework.modulith.ApplicationModule;
