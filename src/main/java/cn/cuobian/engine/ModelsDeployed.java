package cn.cuobian.engine;

/** Announced in the transaction in which a room's models were deployed while the program runs. */
public record ModelsDeployed(String room) {
}
