@ApplicationModule(allowedDependencies = "lower")
package brokenhouse.upper;

import org.springframework.modulith.ApplicationModule;
