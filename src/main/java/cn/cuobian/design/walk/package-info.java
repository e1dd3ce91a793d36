/** What the house and its twin say to each other, as lines of JSON. */
@NamedInterface("walk")
package cn.cuobian.design.walk;

import org.springframework.modulith.NamedInterface;
