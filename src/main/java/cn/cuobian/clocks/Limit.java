package cn.cuobian.clocks;

/**
 * A row of {@code bpmn/clocks/time-limits.dmn}.
 *
 * @param place code of the place the row speaks for, empty for everywhere
 * @param unit {@code day}, {@code month} or {@code hour}
 * @param counting {@code working}, {@code calendar} or {@code hours}
 * @param source the law, document or programme the number comes from
 */
record Limit(String code, String place, int amount, String unit, String counting, String source) {
}
