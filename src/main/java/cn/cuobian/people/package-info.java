/** Who may do what: persons, their accounts, and the posts they hold at places for a time. */
@ApplicationModule(displayName = "People", allowedDependencies = { "territory", "engine" })
package cn.cuobian.people;

import org.springframework.modulith.ApplicationModule;
