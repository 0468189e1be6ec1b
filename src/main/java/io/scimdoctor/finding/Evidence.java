package io.scimdoctor.finding;

/** One fact that a finding rests on, already masked for output. */
public record Evidence(String name, String value) {}
