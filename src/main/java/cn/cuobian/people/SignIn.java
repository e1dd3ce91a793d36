package cn.cuobian.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Accounts.Account;

/** Checks a user name and a password, taking the same time and giving the same answers whether the name exists. */
@Component
class SignIn implements AuthenticationProvider {

	private static final int LONGEST_NAME = 60;
	private static final int LONGEST_PASSWORD = 200;

	private final Accounts accounts;
	private final SignInFailures failures;
	private final PasswordEncoder encoder;
	/** Of nobody, so that an unknown name takes as long as a wrong password; made at the first sign-in, for a hash takes long. */
	private volatile String nobodysPassword;

	SignIn(Accounts accounts, SignInFailures failures, PasswordEncoder encoder) {
		this.accounts = accounts;
		this.failures = failures;
		this.encoder = encoder;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		var username = attempt.getName().strip().toLowerCase(Locale.ROOT);
		var password = String.valueOf(attempt.getCredentials());
		if (username.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
			throw new BadCredentialsException("too long");
		}
		if (failures.isLocked(username)) {
			throw new LockedException("locked");
		}
		var account = matching(username, password);
		if (account.isEmpty()) {
			failures.failed(username);
			throw new BadCredentialsException("wrong");
		}
		failures.succeeded(username);
		return new UsernamePasswordAuthenticationToken(new SignedIn(account.get().person(), username), null, List.of());
	}

	@Override
	public boolean supports(Class<?> attempt) {
		return attempt == UsernamePasswordAuthenticationToken.class;
	}

	private Optional<Account> matching(String username, String password) {
		var nobodys = nobodysPassword();
		var account = accounts.find(username);
		var hash = account.map(Account::password).orElse(nobodys);
		var matches = encoder.matches(password, hash);
		return account.filter(known -> matches && !known.disabled());
	}

	/** Asked before the name is looked up: whoever is the first waits longer, known or not. */
	private String nobodysPassword() {
		if (nobodysPassword == null) {
			nobodysPassword = encoder.encode(accounts.oneTimePassword());
		}
		return nobodysPassword;
	}
}
