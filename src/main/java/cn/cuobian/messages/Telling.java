package cn.cuobian.messages;

/** One person to be told one thing. */
record Telling(long person, Notice notice) {
}
