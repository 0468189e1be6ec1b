package io.scimdoctor.cli.shell;

import io.scimdoctor.json.Resource;
import org.jspecify.annotations.Nullable;

/** What {@code help} says of the shell itself, behind the list of the commands. */
final class ShellHelp {
    private static final String HEADING = "\n== ";

    private ShellHelp() {}

    /** On {@code in the shell} as a whole, or on one of its own words; null for any other word. */
    static @Nullable String about(String word) {
        String text = "\n" + Resource.text(ShellHelp.class, "help.txt");
        String heading = HEADING + word + "\n";
        int start = text.indexOf(heading);
        int end = text.indexOf(HEADING, start + 1);
        return start < 0 ? null : text.substring(start + heading.length(), end < 0 ? text.length() : end + 1);
    }
}
