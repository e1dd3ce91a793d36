/**
 * 流程设计: where a process designer changes a procedure safely. Drafts of models, tables, forms and time limits; the
 * gate's findings, the difference in words, the trial run, four eyes, publishing, and the move of open matters.
 */
@ApplicationModule(displayName = "Design studio 流程设计",
		allowedDependencies = { "refusals", "vault", "paper", "territory", "engine", "engine :: inspection", "forms", "people", "clocks", "worklist", "matters" })
package cn.cuobian.design;

import org.springframework.modulith.ApplicationModule;
