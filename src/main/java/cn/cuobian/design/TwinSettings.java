package cn.cuobian.design;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code cuobian.twin.*}
 *
 * @param most how many twins may run at once on this node
 * @param heap memory of one; it is ended when it wants more
 * @param start how long a twin may take to start
 * @param patience how long it may think about one step, or one walk of a trial run
 * @param trial how long a trial run may take in all
 * @param idle after this time without a word it is ended
 */
@ConfigurationProperties("cuobian.twin")
record TwinSettings(@DefaultValue("3") int most, @DefaultValue("160m") String heap, @DefaultValue("120s") Duration start,
		@DefaultValue("15s") Duration patience, @DefaultValue("60s") Duration trial, @DefaultValue("10m") Duration idle) {
}
