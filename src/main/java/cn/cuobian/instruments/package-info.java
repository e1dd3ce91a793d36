/**
 * 仪表: what those who keep the system running look at. Numbers of one node come from its own counters; numbers of the
 * house come from the database and are the same on every node.
 */
@ApplicationModule(displayName = "Instruments 仪表", allowedDependencies = {})
package cn.cuobian.instruments;

import org.springframework.modulith.ApplicationModule;
