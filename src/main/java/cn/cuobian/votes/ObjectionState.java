package cn.cuobian.votes;

/** What became of an objection against the roll. */
enum ObjectionState {

	OPEN, UPHELD, REJECTED
}
