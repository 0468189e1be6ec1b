package io.scimdoctor.exchange;

/** How a request ended: with an answer, or without one. */
public sealed interface Outcome permits Answered, Unanswered {}
