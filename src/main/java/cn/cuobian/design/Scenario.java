package cn.cuobian.design;

import java.time.Instant;

/** A walk with a name, played again on every later draft of its bundle. */
record Scenario(long id, String bundle, String name, Recording recording, long author, Instant created) {
}
