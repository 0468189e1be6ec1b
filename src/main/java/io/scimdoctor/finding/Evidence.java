package io.scimdoctor.finding;

/** One fact that a finding rests on. */
public record Evidence(String name, Told value) {
    /** A fact in words that are the same for everybody. */
    public Evidence(String name, String value) {
        this(name, Told.own(value));
    }
}
