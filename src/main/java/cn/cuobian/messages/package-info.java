/**
 * What people are told without looking: a line in their inbox and, if they wish, a mail. Fed by events only, written in
 * the transaction in which the thing happened; mails leave later and carry numbers and links, never a name or a word.
 */
@ApplicationModule(displayName = "Messages", allowedDependencies = { "nodes", "refusals", "instruments", "territory", "engine", "forms",
		"people", "clocks", "worklist", "matters", "supervision", "notices", "votes", "elections", "design" })
package cn.cuobian.messages;

import org.springframework.modulith.ApplicationModule;
