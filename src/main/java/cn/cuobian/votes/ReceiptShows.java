package cn.cuobian.votes;

/** What the voter's receipt proves. */
public enum ReceiptShows {

	/** That the ballot lies in the box: nobody can sell what he cannot prove. */
	INCLUSION,
	/** Also what it says, to who holds the sheet with the code; after the close only. Never in a secret vote. */
	SHOWS_VOTE
}
