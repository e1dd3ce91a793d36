package cn.cuobian.faults;

import java.io.FilePermission;
import java.net.SocketPermission;
import java.security.Permission;
import java.util.ArrayList;
import java.util.List;

import cn.cuobian.refusals.Refusal;

/**
 * Notices a file, a socket or a process that code opens, and an end of the program that it asks for. What Java reads to load
 * a class does not count. Java has no other place by which all of these pass; from Java 24 on it has none.
 */
@SuppressWarnings("removal")
public final class Untouched extends SecurityManager {

	/** Java itself, our classes and those of our tests; all else lies in jars. */
	private static final List<String> CLASSES = List.of(System.getProperty("java.home"), folder(Refusal.class), folder(Untouched.class));
	private static final ThreadLocal<List<Permission>> TOUCHED = new ThreadLocal<>();

	static {
		System.setSecurityManager(new Untouched());
	}

	private Untouched() {
	}

	/** Runs it, and fails if it touched anything, also where it threw something itself. */
	public static void during(Runnable code) {
		var touched = new ArrayList<Permission>();
		TOUCHED.set(touched);
		try {
			code.run();
		} finally {
			TOUCHED.remove();
			if (!touched.isEmpty()) {
				throw new AssertionError("touched " + touched);
			}
		}
	}

	@Override
	public void checkPermission(Permission asked) {
		var touched = TOUCHED.get();
		if (touched != null && (asked instanceof SocketPermission || asked.getName().startsWith("exitVM") || asked instanceof FilePermission file && !readsClasses(file))) {
			touched.add(asked);
			throw new SecurityException("touched " + asked);
		}
	}

	@Override
	public void checkPermission(Permission asked, Object context) {
		checkPermission(asked);
	}

	private static boolean readsClasses(FilePermission file) {
		var name = file.getName();
		return file.getActions().equals("read") && (name.endsWith(".jar") || CLASSES.stream().anyMatch(name::startsWith));
	}

	private static String folder(Class<?> type) {
		return type.getProtectionDomain().getCodeSource().getLocation().getPath();
	}
}
