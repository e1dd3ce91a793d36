package cn.cuobian.nodes;

/** This node takes no new requests any more and ends as soon as those under way are answered: whatever holds one open lets go. */
public record NodeLeaves() {
}
