package cn.cuobian.people;

import java.io.Serializable;
import java.security.Principal;

/** All that a session remembers of who signed in; what he may do is read anew. */
record SignedIn(long person, String username) implements Principal, Serializable {

	@Override
	public String getName() {
		return username;
	}
}
