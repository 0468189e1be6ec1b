package io.scimdoctor.triage;

import io.scimdoctor.lint.body.PayloadLint;
import io.scimdoctor.scim.ResourceKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** Judges such bodies, those of a PATCH by the resource that the user named, if any. */
    PayloadLint payloads(@Nullable ResourceKind named) {
        return switch (this) {
            case USER -> new PayloadLint(false, ResourceKind.USERS);
            case GROUP -> new PayloadLint(false, ResourceKind.GROUPS);
            case FILTER, QUERY, REQUEST, PATCH -> new PayloadLint(true, named);
        };
    }
}
