/**
 * What a running procedure is to the other rooms: processes that are started and told things, tasks that are
 * claimed and completed, models, decision tables. Which engine runs them is known in {@code engine.camunda} only.
 */
@ApplicationModule(displayName = "Engine", allowedDependencies = { "nodes", "refusals", "instruments" })
package cn.cuobian.engine;

import org.springframework.modulith.ApplicationModule;
