@ApplicationModule(allowedDependencies = {})
package brokenhouse.lower;

import org.springframework.modulith.ApplicationModule;
