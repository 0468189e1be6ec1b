package io.scimdoctor.finding;

/**
 * A command that carries out a step of a remedy; it is printed and never run.
 *
 * @param tool such as {@code az}, {@code graph-powershell}, {@code curl}, {@code portal} or {@code scimdoctor}
 * @param step which step it carries out, from 1
 */
public record FixCommand(String tool, String text, int step) {}
