package io.scimdoctor.manual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option.
 *
 * @param names the short one first, with their hyphens
 * @param label what stands for the value, or an empty text for an option without a value
 * @param fallback what it means without a value, or null where it needs one
 * @param choices the values of {@link Value#CHOICE} and {@link Value#FORMAT}
 * @param section the heading under which the help lists it; an empty text for the command's own options
 */
public record OptionEntry(
        List<String> names,
        String label,
        @Nullable String fallback,
        boolean repeatable,
        String description,
        Value value,
        List<String> choices,
        String section) {

    /** Whether it takes no value. */
    public boolean isFlag() {
        return label.isEmpty();
    }

    /** Whether the value may be left out. */
    public boolean optional() {
        return fallback != null;
    }

    /** Whether the next word belongs to it. */
    public boolean isFollowed() {
        return !isFlag() && !optional();
    }

    /** The long name. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** The label as it follows the long name, such as {@code =FILE}. */
    public String assignment() {
        if (isFlag()) {
            return "";
        }
        return optional() ? "[=" + label + "]" : "=" + label;
    }
}
