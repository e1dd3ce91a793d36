package brokenhouse.upper;

/** Nothing wrong with it. */
public class Roof {
}
