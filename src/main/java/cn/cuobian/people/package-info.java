/** Who may do what: persons, their accounts, and the posts they hold at places for a time. */
@ApplicationModule(displayName = "People", allowedDependencies = "territory")
package cn.cuobian.people;

import org.springframework.modulith.ApplicationModule;
