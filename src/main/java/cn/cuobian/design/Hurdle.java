package cn.cuobian.design;

import java.util.List;

/** Something that must be in order before a draft is published. Every bean of this kind is asked, and asked again when it is published. */
interface Hurdle {

	/** Sentences in the reader's language that say what is missing and what to do; empty when all is well. */
	List<String> against(DraftFacts draft);
}
