package cn.cuobian.engine.camunda;

import cn.cuobian.engine.Tasks;

/** Persons as the engine writes them: {@code p42}. Never a name. */
final class People {

	private People() {
	}

	static String key(long personId) {
		return Tasks.assignee(personId);
	}

	static Long id(String key) {
		return key == null ? null : Long.valueOf(key.substring(1));
	}
}
