package cn.cuobian.people;

/** What a token opens: nothing else, whatever its person may do. */
public enum TokenDoor {

	/** The interface for other programs; an administrator hands it out. */
	API,
	/** The drawing tool on a designer's own computer; he makes it for himself. */
	DESK
}
