/**
 * Figures: monthly numbers per place, where procedures use up their time, what is likely to be late, and everything
 * that leaves the house as a file. It reads the tables of the rooms below in bulk and never writes them.
 */
@ApplicationModule(displayName = "Figures", allowedDependencies = { "nodes", "refusals", "territory", "engine", "forms", "people",
		"clocks", "worklist", "matters" })
package cn.cuobian.figures;

import org.springframework.modulith.ApplicationModule;
