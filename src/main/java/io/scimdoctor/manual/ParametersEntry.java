package io.scimdoctor.manual;

import java.util.List;

/**
 * The words that a command takes beside its options.
 *
 * @param synopsis such as {@code [FILE...]} or {@code METHOD PATH}; empty when the command takes none
 * @param choices the values of {@link Value#CHOICE}
 */
public record ParametersEntry(String synopsis, String description, Value value, List<String> choices) {
    /** The parameters of a command that takes none. */
    public static final ParametersEntry NONE = new ParametersEntry("", "", Value.TEXT, List.of());

    public boolean isEmpty() {
        return synopsis.isEmpty();
    }
}
