package cn.cuobian.territory;

import cn.cuobian.refusals.Refusal;

/** What is wrong with a line of an import file; lines are counted as an editor does, from 1. */
public record LineError(long line, Refusal refusal) {
}
