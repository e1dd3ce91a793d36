package cn.cuobian.clocks;

import java.time.Instant;

/** A clock whose time ran out before the work was done. */
public record Expired(String code, Instant due) {
}
