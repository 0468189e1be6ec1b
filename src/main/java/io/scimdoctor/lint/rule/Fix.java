package io.scimdoctor.lint.rule;

/** A change that removes a finding and keeps the meaning. */
public sealed interface Fix {
    /** Other characters in place of some of the method, the URL, the body or the filter. */
    record Edit(Place.Part part, int start, int end, String text) implements Fix {}

    /** A header field with another value, or one more. */
    record SetHeader(String name, String value) implements Fix {}

    /** A header field less. */
    record DropHeader(String name) implements Fix {}
}
