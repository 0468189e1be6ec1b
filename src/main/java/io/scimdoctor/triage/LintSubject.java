package io.scimdoctor.triage;

import io.scimdoctor.lint.body.PayloadLint;
import java.util.Locale;

/** What {@code lint} is asked to judge. */
public enum LintSubject {
    FILTER("Check a filter against this API's allow-list."),
    QUERY("Check a URL's query string: parameters, values and encoding."),
    REQUEST("Check whole requests: a curl command, HTTP text, a HAR or a folder."),
    USER("Check the JSON of users to be created."),
    GROUP("Check the JSON of groups to be created."),
    PATCH("Check the JSON of PATCH bodies.");

    private final String summary;

    LintSubject(String summary) {
        this.summary = summary;
    }

    /** @param word as {@code lint} takes it, such as {@code filter} */
    public static LintSubject of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String summary() {
        return summary;
    }

    /** What stands in each parameter. */
    public String label() {
        return switch (this) {
            case FILTER -> "FILTER|FILE";
            case QUERY -> "URL|FILE";
            case REQUEST -> "FILE|COMMAND";
            case USER, GROUP, PATCH -> "FILE";
        };
    }

    /** Whether the user may say what it is about. */
    public boolean takesResource() {
        return this == FILTER || this == QUERY || this == PATCH;
    }

    /** The content of a body, with the resource that the user named, if any. */
    PayloadLint.Content content(String resource) {
        return switch (this) {
            case USER -> PayloadLint.Content.USER;
            case GROUP -> PayloadLint.Content.GROUP;
            case FILTER, QUERY, REQUEST, PATCH ->
                switch (resource) {
                    case "users" -> PayloadLint.Content.USER_PATCH;
                    case "groups" -> PayloadLint.Content.GROUP_PATCH;
                    default -> PayloadLint.Content.PATCH;
                };
        };
    }
}
