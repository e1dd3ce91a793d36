package cn.cuobian.portal;

import java.util.List;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import cn.cuobian.messages.Inbox;
import cn.cuobian.people.Viewer;
import cn.cuobian.people.Viewers;

/**
 * What the frame around every page asks: where am I, in which language, who is signed in. Templates call it as
 * {@code @frame}, so that error pages and fragments get the same answers as pages without any controller's help.
 */
@Component
public class Frame {

	private static final List<String> VOTE_POSTS = List.of("election-officer", "scrutineer");

	private final boolean scripts = new ClassPathResource("static/assets/shell.js").exists();
	private final Viewers viewers;
	private final Inbox inbox;

	Frame(Viewers viewers, Inbox inbox) {
		this.viewers = viewers;
		this.inbox = inbox;
	}

	/** The path the reader asked for, without the context path; on an error page the path that failed. */
	public String path() {
		HttpServletRequest request = request();
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = failed == null ? request.getRequestURI() : failed.toString();
		return uri.substring(request.getContextPath().length());
	}

	/** Is this page the given one or below it? */
	public boolean within(String section) {
		return path().equals(section) || path().startsWith(section + "/");
	}

	/** What the search box was last asked, or null. */
	public String query() {
		return request().getParameter("q");
	}

	/** {@code zh-CN} or {@code en}, for the lang attribute and for scripts. */
	public String language() {
		return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "zh-CN";
	}

	/** This page again in the other language; from an error or a refused form, the home page. */
	public String inLanguage(String language) {
		HttpServletRequest request = request();
		if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
			return request.getContextPath() + "/?lang=" + language;
		}
		var here = ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("lang", language).build();
		return here.getPath() + "?" + here.getQuery();
	}

	/** Name of the person signed in, empty when nobody is. */
	public String person() {
		return viewers.find().map(Viewer::name).orElse("");
	}

	/** Does the reader lead elections, or scrutinise them? */
	public boolean keepsVotes() {
		return viewers.find().filter(viewer -> VOTE_POSTS.stream().anyMatch(viewer::is)).isPresent();
	}

	/** How many messages the reader has not read; 0 when nobody is signed in. */
	public int unread() {
		return viewers.find().map(viewer -> inbox.unread(viewer.personId())).orElse(0);
	}

	/** Were the page scripts built? Without Node at build time they are not. */
	public boolean scripts() {
		return scripts;
	}

	private static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}
}
