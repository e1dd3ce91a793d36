package cn.cuobian.design;

import org.springframework.stereotype.Component;

import cn.cuobian.refusals.AppendOnly;

/** Nobody rewrites what became of a matter. */
@Component
class MovesAreAppendOnly extends AppendOnly {

	MovesAreAppendOnly() {
		super("66.52", "design_move_result");
	}
}
