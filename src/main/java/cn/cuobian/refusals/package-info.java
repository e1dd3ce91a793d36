/**
 * What the house says when it does not do something: one exception with a named rule, one sentence per rule
 * in the reader's language, and one way to show it as a page, as a fragment or as problem+json.
 */
@ApplicationModule(displayName = "Refusals", allowedDependencies = "instruments")
package cn.cuobian.refusals;

import org.springframework.modulith.ApplicationModule;
