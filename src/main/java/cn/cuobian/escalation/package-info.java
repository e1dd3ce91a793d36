/**
 * The ladder: which tier a matter enters, when it climbs, what the linked leader assigns to departments, and where a
 * reopened matter goes on.
 */
@ApplicationModule(displayName = "Escalation",
		allowedDependencies = { "refusals", "territory", "engine", "forms", "people", "clocks", "worklist", "matters" })
package cn.cuobian.escalation;

import org.springframework.modulith.ApplicationModule;
