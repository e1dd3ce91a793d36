/**
 * The task list: narrow rows of our own beside the engine's tasks, and what people do with them — claim, release,
 * hand over, draft, complete. The rows are written in the engine's transaction and read without touching its tables.
 */
@ApplicationModule(displayName = "Work list 任务", allowedDependencies = {"people", "clocks", "territory", "engine", "forms"})
package cn.cuobian.worklist;

import org.springframework.modulith.ApplicationModule;
