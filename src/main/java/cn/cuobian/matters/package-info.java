/**
 * The matter file: what residents bring up, with its number, place, narrative, contact, attachments and a record that
 * cannot be rewritten; how it is taken in, found, followed by its code, rated and reopened.
 */
@ApplicationModule(displayName = "Matters",
		allowedDependencies = { "nodes", "refusals", "instruments", "territory", "engine", "forms", "people", "clocks", "worklist", "vault", "files", "paper" })
package cn.cuobian.matters;

import org.springframework.modulith.ApplicationModule;
