/**
 * The 37℃ work method (37℃工作法): a dispute of a compound is deliberated jointly within three days, fed back within
 * seven and rated; mediated where all are willing; put on the district list where nobody below can solve it.
 */
@ApplicationModule(displayName = "Disputes",
		allowedDependencies = { "refusals", "territory", "engine", "forms", "people", "clocks", "worklist", "matters",
				"escalation" })
package cn.cuobian.dispute;

import org.springframework.modulith.ApplicationModule;
