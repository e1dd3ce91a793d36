/** 保密: seals what the database must not be able to read, with a key that lives elsewhere. */
@ApplicationModule(displayName = "Vault 保密", allowedDependencies = {})
package cn.cuobian.vault;

import org.springframework.modulith.ApplicationModule;
