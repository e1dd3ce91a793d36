package cn.cuobian.elections;

/**
 * A row of {@code bpmn/elections/group-rules.dmn}.
 *
 * @param ownersPart at least this part …
 * @param ownersOf … of this whole are owners: 1 of 2
 * @param leader whom the leader stands for, as {@link Role#code}
 */
record GroupRule(int least, boolean odd, int ownersPart, int ownersOf, String leader, String source) {
}
