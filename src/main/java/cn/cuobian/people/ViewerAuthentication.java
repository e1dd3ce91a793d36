package cn.cuobian.people;

import java.util.Objects;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lives for one request and is never stored, so no authority outlives the post it came from. */
final class ViewerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Viewer viewer;

	ViewerAuthentication(Viewer viewer) {
		super(viewer.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
		this.viewer = viewer;
		setAuthenticated(true);
	}

	@Override
	public Viewer getPrincipal() {
		return viewer;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return viewer.username();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ViewerAuthentication that && that.viewer.personId() == viewer.personId()
				&& super.equals(other);
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), viewer.personId());
	}
}
