package io.scimdoctor.cli;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code scimdoctor help} says of what all commands share. */
final class HelpTopic {
    static final List<String> NAMES = List.of("exit-codes", "environment", "formats");

    private HelpTopic() {}

    /** The text on a topic, or null when the word is none. */
    static @Nullable String text(String topic) {
        return switch (topic) {
            case "exit-codes" -> exitCodes();
            case "environment" -> environment();
            case "formats" -> formats();
            default -> null;
        };
    }

    private static String exitCodes() {
        StringBuilder text = new StringBuilder("Exit codes, the same in every format but nagios:\n");
        StringBuilder plugin = new StringBuilder();
        for (ExitCode code : ExitCode.values()) {
            boolean monitored = code == ExitCode.PLUGIN_WARNING || code == ExitCode.PLUGIN_CRITICAL;
            RootHelp.line(monitored ? plugin : text, String.valueOf(code.number()), code.meaning());
        }
        return text + "\nWith -o nagios, beside 0 and 3:\n" + plugin
                + "\n--fail-on and --ignore decide which findings count. Scripts read the finding's\n"
                + "id: the code does not tell causes apart.\n";
    }

    private static String environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : CommandWords.NAMES) {
            for (Candidate variable : Variables.of(CommandEntry.of(name))) {
                variables.putIfAbsent(variable.value(), variable.description());
            }
        }
        StringBuilder text = new StringBuilder("Environment variables; the first that is set counts:\n");
        variables.forEach((names, what) -> RootHelp.line(text, names, what));
        return text
                + "\nAn option outranks SCIMDOCTOR_*, which outranks a profile, which outranks\nAZURE_* and ENTRA_*.\n"
                + "scimdoctor env shows every value in effect and its source.\n";
    }

    private static String formats() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (String name : CommandWords.NAMES) {
            OptionEntry output = CommandEntry.of(name).option("--output");
            for (String format : output == null ? List.<String>of() : output.choices()) {
                commands.computeIfAbsent(format, key -> new ArrayList<>()).add(name);
            }
        }
        StringBuilder text = new StringBuilder("Formats for -o, each with the commands that have it:\n");
        commands.forEach((format, names) -> RootHelp.line(text, format, String.join(", ", names)));
        return text + "\n-o FORMAT=FILE writes a file, and may be repeated: -o text -o json=report.json.\n";
    }
}
