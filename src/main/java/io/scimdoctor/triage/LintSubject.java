package io.scimdoctor.triage;

import io.scimdoctor.lint.body.PayloadLint;
import java.util.Locale;

/** What {@code lint} is asked to judge. */
public enum LintSubject {
    FILTER,
    QUERY,
    REQUEST,
    USER,
    GROUP,
    PATCH;

    /** @param word as {@code lint} takes it, such as {@code filter} */
    public static LintSubject of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
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
