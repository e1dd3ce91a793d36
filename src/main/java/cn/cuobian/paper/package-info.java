/** 打印: what leaves the house on paper. */
@ApplicationModule(displayName = "Paper 打印", allowedDependencies = {})
package cn.cuobian.paper;

import org.springframework.modulith.ApplicationModule;
