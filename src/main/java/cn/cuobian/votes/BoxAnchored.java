package cn.cuobian.votes;

/**
 * The end of a chain was made public.
 *
 * @param seq lines the chain has
 * @param hash of the last of them
 */
public record BoxAnchored(long voteId, String place, String title, long seq, String hash) {

	/** As the verifier takes it: {@code 123:9f2c…}. */
	public String anchor() {
		return seq + ":" + hash;
	}
}
