package cn.cuobian.engine.camunda;

/** Persons as the engine writes them: {@code p42}. Never a name. */
final class People {

	private People() {
	}

	static String key(long personId) {
		return "p" + personId;
	}

	static Long id(String key) {
		return key == null ? null : Long.valueOf(key.substring(1));
	}
}
