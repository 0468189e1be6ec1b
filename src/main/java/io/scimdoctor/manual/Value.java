package io.scimdoctor.manual;

import io.scimdoctor.exchange.Slugged;
import java.util.List;

/**
 * What may stand for a value. The label of an option or parameter says it, the same label in every command: a {@code FILE}
 * is a file wherever it stands.
 */
public enum Value implements Slugged {
    /** Anything else, such as a duration or a URL, which nobody can suggest. */
    TEXT,
    /** One of the words that the option itself lists. */
    CHOICE,
    /** One of the listed formats, and perhaps a file behind an equals sign. */
    FORMAT,
    /** A file, or a folder of files. */
    FILE,
    /** The id of a condition of the catalogue. */
    FINDING,
    SCENARIO,
    /** What an application does, or a file with requests. */
    OPERATION,
    /** A method of HTTP. */
    METHOD,
    /** A recorded run. */
    RUN,
    /** A recorded watch. */
    WATCH,
    /** A profile of the configuration file. */
    PROFILE;

    private static final List<Value> LABELS = List.of(FINDING, SCENARIO, OPERATION, METHOD, RUN, WATCH, PROFILE, FILE);

    /** What the label asks for, such as a finding for {@code [FINDING|STATUS|ERROR...]}. */
    public static Value of(String label, List<String> choices) {
        if (label.startsWith(FORMAT.name())) {
            return FORMAT;
        }
        for (Value value : LABELS) {
            if (label.contains(value.name())) {
                return value;
            }
        }
        return label.contains("DIR") ? FILE : choices.isEmpty() ? TEXT : CHOICE;
    }

    /** Whether the name of a file may stand here too. */
    public boolean isFile() {
        return this == FILE || this == OPERATION;
    }
}
