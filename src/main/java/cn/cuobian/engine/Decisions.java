package cn.cuobian.engine;

import java.util.List;
import java.util.Map;

/** Decision tables (DMN) by key, newest version. */
public interface Decisions {

	/** The one row that holds, or an empty map. A table that answers several rows is an error in the table. */
	Map<String, Object> decide(String key, Map<String, ?> inputs);

	/** Every row that holds, in the order of the table. */
	List<Map<String, Object>> decideAll(String key, Map<String, ?> inputs);
}
