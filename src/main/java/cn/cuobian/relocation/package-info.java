/**
 * 搬家: moves everything from the H2 file of one machine to PostgreSQL, and shows on arrival that nothing was lost or
 * changed on the way. Exists only while the command {@code move-to-postgresql} runs.
 */
@ApplicationModule(displayName = "Relocation 搬家", allowedDependencies = { "vault", "engine" })
package cn.cuobian.relocation;

import org.springframework.modulith.ApplicationModule;
