package io.scimdoctor.exchange;

/**
 * The network failed before a whole answer had arrived.
 *
 * @param fault what kind of failure
 * @param detail a short sentence for a person, without secrets
 */
public record Unanswered(TransportFault fault, String detail) implements Outcome {}
