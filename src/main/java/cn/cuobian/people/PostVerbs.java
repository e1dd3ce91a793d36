package cn.cuobian.people;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.ProcessBean;

/** What a model may ask about posts: {@code ${posts.at('building-steward', place)}}. */
@Component
@ProcessBean("posts")
public class PostVerbs {

	private final Posts posts;

	PostVerbs(Posts posts) {
		this.posts = posts;
	}

	/** The candidate group for the post at the place, as {@code post@place}. */
	public String at(String post, String place) {
		return posts.at(post, place).key();
	}
}
