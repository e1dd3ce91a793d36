package cn.cuobian.elections;

/** What some steps of the drawings mean for our own rows; what is wrong with an answer is refused here. */
interface Steps {

	/** Does nothing for a step of another. */
	void done(Step step);
}
