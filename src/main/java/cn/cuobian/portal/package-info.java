/** The pages that cross rooms: home, the task list, help, and the frame that every page stands in. */
@ApplicationModule(displayName = "Portal",
		allowedDependencies = { "refusals", "territory", "engine", "forms", "people", "clocks", "worklist", "matters", "escalation", "messages" })
package cn.cuobian.portal;

import org.springframework.modulith.ApplicationModule;
