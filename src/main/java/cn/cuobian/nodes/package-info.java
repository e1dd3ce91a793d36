/**
 * Several nodes on one database: how they start one after another, tell each other what changed, and leave without a failed
 * request. What each node keeps for itself, and why it may, is listed in decision 0031.
 */
@ApplicationModule(displayName = "Nodes", allowedDependencies = {})
package cn.cuobian.nodes;

import org.springframework.modulith.ApplicationModule;
