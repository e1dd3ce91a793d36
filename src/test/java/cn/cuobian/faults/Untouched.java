package cn.cuobian.faults;

import java.io.FilePermission;
import java.net.SocketPermission;
import java.security.Permission;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices a file, a socket or a process that code opens, and an end of the program that it asks for. What Java reads to load
 * a class does not count. Java has no other place by which all of these pass; from Java 24 on it has none.
 */
@SuppressWarnings("removal")
public final class Untouched extends SecurityManager {

	private static final String JAVA = System.getProperty("java.home");
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
		if (touched != null && (asked instanceof SocketPermission || asked.getName().startsWith("exitVM") || asked instanceof FilePermission file && !isOfJava(file))) {
			touched.add(asked);
			throw new SecurityException("touched " + asked);
		}
	}

	@Override
	public void checkPermission(Permission asked, Object context) {
		checkPermission(asked);
	}

	private static boolean isOfJava(FilePermission file) {
		var name = file.getName();
		return file.getActions().equals("read") && (name.startsWith(JAVA) || name.endsWith(".class") || name.endsWith(".jar"));
	}
}
