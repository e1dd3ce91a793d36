package cn.cuobian.people;

import jakarta.servlet.http.HttpServletRequest;

/** Addresses that programs call: nobody there can be sent to a page. */
final class ProgramDoors {

	private static final String API = "/api/";
	/** Where the desktop Camunda Modeler looks for an engine of Camunda 7. */
	private static final String DESK = "/engine-rest";

	private ProgramDoors() {
	}

	static boolean isAskedBy(HttpServletRequest request) {
		return path(request).startsWith(API) || isDeskAskedBy(request);
	}

	static boolean isDeskAskedBy(HttpServletRequest request) {
		return path(request).equals(DESK) || path(request).startsWith(DESK + "/");
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}
}
