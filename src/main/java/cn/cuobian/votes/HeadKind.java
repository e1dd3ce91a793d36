package cn.cuobian.votes;

/** A head is a set of owners, or the developer with everything that is unsold or not handed over. */
enum HeadKind {

	OWNER, DEVELOPER
}
