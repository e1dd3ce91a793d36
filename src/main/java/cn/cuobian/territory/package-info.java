/** Where things are: the tree of places from the prefecture down to the entrance unit, loaded from CSV. */
@ApplicationModule(displayName = "Territory", allowedDependencies = { "nodes" })
package cn.cuobian.territory;

import org.springframework.modulith.ApplicationModule;
