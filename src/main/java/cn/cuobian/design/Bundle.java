package cn.cuobian.design;

/**
 * What is edited, compared, approved and published together: the models, tables and forms of one room.
 *
 * @param code name of the room
 * @param current the version in force
 * @param offered the version that came with the program since and that nobody has taken over, or null
 */
record Bundle(String code, BundleVersion current, BundleVersion offered) {
}
