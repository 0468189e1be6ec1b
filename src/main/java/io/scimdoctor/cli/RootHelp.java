package io.scimdoctor.cli;

import io.scimdoctor.json.Resource;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.HelpText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code scimdoctor} says without a command. */
public final class RootHelp {
    private static final int SUMMARY_COLUMN = 18;

    private RootHelp() {}

    static String brief() {
        return Resource.text(RootHelp.class, "brief.txt");
    }

    static String full() {
        StringBuilder commands = new StringBuilder();
        Set<String> groups = new HashSet<>();
        for (String name : CommandWords.NAMES) {
            String first = name.split(" ", 2)[0];
            if (groups.add(first)) {
                line(commands, first, summary(first));
            }
        }
        return Resource.text(RootHelp.class, "help.txt").replace("{commands}\n", commands);
    }

    /** What a group of commands can do. */
    static String group(String first) {
        StringBuilder text = new StringBuilder("Usage: scimdoctor " + first + " COMMAND [OPTIONS]\n\nCommands:\n");
        for (String name : CommandWords.group(first)) {
            line(text, name, CommandEntry.summary(name));
        }
        return text + "\nscimdoctor help " + first + " COMMAND shows its options.\n";
    }

    /** One line on a command, or on the commands that share their first word. */
    public static String summary(String first) {
        List<String> members = CommandWords.group(first);
        return members.isEmpty()
                ? CommandEntry.summary(first)
                : subject(first) + ": " + String.join(", ", members).replace(first + " ", "") + ".";
    }

    private static String subject(String group) {
        return switch (group) {
            case "ticket" -> "Support tickets";
            case "token" -> "Access tokens";
            case "profile" -> "Settings under a name";
            case "lint" -> "Check requests before they are sent";
            default -> "Recorded " + group;
        };
    }

    static void line(StringBuilder text, String name, String summary) {
        HelpText.entry(text, name, summary, SUMMARY_COLUMN);
    }
}
