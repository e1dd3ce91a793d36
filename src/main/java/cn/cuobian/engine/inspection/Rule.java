package cn.cuobian.engine.inspection;

/** One thing that every drawing has to keep. */
interface Rule {

	void inspect(Drawing drawing, House house, Findings findings);
}
