/**
 * 存放: where files lie that are too large for rows, if an administrator wants them outside of the database: a bucket of an
 * S3-compatible store. Knows names and bytes; whose they are is known to the rooms.
 */
@ApplicationModule(displayName = "Files 存放", allowedDependencies = "vault")
package cn.cuobian.files;

import org.springframework.modulith.ApplicationModule;
