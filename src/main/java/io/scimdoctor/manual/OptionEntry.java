package io.scimdoctor.manual;

import java.util.List;

/**
 * One option.
 *
 * @param names the short one first, with their hyphens
 * @param label what stands for the value, or an empty text for an option without a value
 * @param optional whether the value may be left out
 * @param choices the values of {@link Value#CHOICE} and {@link Value#FORMAT}
 * @param section the heading under which the help lists it; an empty text for the command's own options
 */
public record OptionEntry(
        List<String> names,
        String label,
        boolean optional,
        boolean repeatable,
        String description,
        Value value,
        List<String> choices,
        String section) {
    public OptionEntry {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }

    /** Whether it takes no value. */
    public boolean isFlag() {
        return label.isEmpty();
    }

    /** Whether the next word belongs to it. */
    public boolean isFollowed() {
        return !isFlag() && !optional;
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
        return optional ? "[=" + label + "]" : "=" + label;
    }
}
