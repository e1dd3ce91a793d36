/**
 * 公示: what has to hang out for a number of days before it holds, and what people object to it. Everybody reads it
 * without an account; an objection is answered before the notice is over.
 */
@ApplicationModule(displayName = "Notices 公示", allowedDependencies = { "nodes", "refusals", "vault", "paper", "territory", "people", "clocks" })
package cn.cuobian.notices;

import org.springframework.modulith.ApplicationModule;
