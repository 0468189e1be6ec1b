package io.scimdoctor.report.format;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How text looks on this terminal.
 *
 * @param color whether escape sequences may be written
 * @param ascii whether symbols stay within ASCII
 * @param width how many columns a line may have
 * @param audience who reads it
 * @param same the options that say who calls which service, as the reader wrote them
 */
public record Style(boolean color, boolean ascii, int width, Audience audience, List<String> same) {
    public static final Style PLAIN = new Style(false, false, 80, Audience.HANDED_ON, List.of());

    private static final String ESCAPE = "\u001B[";

    /** A text from outside as its reader may see it; empty when it is not known. */
    public String shown(@Nullable Told text) {
        return text == null ? "" : text.to(audience);
    }

    /** A command of ours with the options that keep it to the reader's case. */
    public String again(String command) {
        StringBuilder again = new StringBuilder(command);
        boolean ours = !same.isEmpty() && command.matches("(scimdoctor )?(check|probe|token get)\\b.*");
        for (String option : ours ? same : List.<String>of()) {
            String name = option.split("[ =]", 2)[0];
            boolean other = command.contains("token get") && name.matches("--token-file|--simulate");
            again.append(other || command.contains(name) ? "" : " " + option);
        }
        return again.toString();
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    /** A word in the colour of a status. */
    public String status(Status status, String text) {
        return switch (status) {
            case PASS -> paint("32", text);
            case WARN -> paint("33", text);
            case FAIL -> paint("31;1", text);
            case SKIP -> paint("2", text);
            case UNKNOWN -> paint("35", text);
        };
    }

    /** One character for a status. */
    public String symbol(Status status) {
        return switch (status) {
            case PASS -> ascii ? "+" : "✓";
            case WARN -> "!";
            case FAIL -> ascii ? "x" : "✗";
            case SKIP -> ascii ? "-" : "·";
            case UNKNOWN -> "?";
        };
    }

    public String bullet() {
        return ascii ? "-" : "•";
    }

    /** What stands for text that was left out. */
    public String dots() {
        return ascii ? "..." : "…";
    }

    private String paint(String code, String text) {
        return color ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
