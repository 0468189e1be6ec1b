package io.scimdoctor.manual;

/** A value that may be meant, and one line that says what it is. */
public record Candidate(String value, String description) {}
