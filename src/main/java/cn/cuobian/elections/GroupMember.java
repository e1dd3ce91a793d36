package cn.cuobian.elections;

/** A member of the preparation group, with his name in the clear. */
record GroupMember(long id, Role role, boolean leader, String name) {
}
