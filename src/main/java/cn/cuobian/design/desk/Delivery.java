package cn.cuobian.design.desk;

import java.util.Map;

/**
 * What the drawing tool hands over at once.
 *
 * @param name as the designer called it; the tool proposes the name of the drawing
 * @param files content by name, in the order of sending: the drawing first, then what was attached
 */
public record Delivery(String name, Map<String, byte[]> files) {
}
