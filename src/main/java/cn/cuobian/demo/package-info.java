/** The demonstration: real places, made-up people. Exists only under the profile {@code demo}. */
@ApplicationModule(displayName = "Demonstration", allowedDependencies = { "territory", "people", "matters", "votes", "elections" })
package cn.cuobian.demo;

import org.springframework.modulith.ApplicationModule;
