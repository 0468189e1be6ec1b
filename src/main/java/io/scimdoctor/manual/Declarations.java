package io.scimdoctor.manual;

import io.scimdoctor.check.Goal;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.json.Resource;
import io.scimdoctor.report.Formats;
import io.scimdoctor.report.lint.LintOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads how a command declares what it takes: a line each, two blanks before the description, further lines indented. Behind
 * the names of an option stands the label of its value; {@code LABEL...} may be repeated, {@code [LABEL=word]} may be left
 * out and then means the word, {@code LABEL{a, b}} has choices, which {@code {}} names in the description. A line without
 * names declares the parameters. {@code @group} stands for a paragraph of {@code options.txt}, and a line of nothing but
 * names for single options there.
 */
final class Declarations {
    private static final String SHARED = "options.txt";
    private static final String ASKED = "{*}";

    private final String shared = Resource.latin(Declarations.class, SHARED);
    private final List<OptionEntry> options = new ArrayList<>();
    private ParametersEntry parameters = ParametersEntry.NONE;

    static CommandEntry entry(String name, String summary, String lines) {
        Declarations declared = new Declarations();
        declared.read(lines, "");
        return new CommandEntry(name, summary, declared.parameters, declared.options);
    }

    /** @param section the heading under which the help lists the options */
    private void read(String lines, String section) {
        int start = 0;
        while (start < lines.length()) {
            int end = end(lines, start);
            line(lines.substring(start, end).replace("\n    ", " "), section);
            start = end + 1;
        }
    }

    /** Where a declaration ends, which may go on in indented lines. */
    private static int end(String lines, int start) {
        int end = lines.indexOf('\n', start);
        while (end >= 0 && lines.startsWith("    ", end + 1)) {
            end = lines.indexOf('\n', end + 1);
        }
        return end < 0 ? lines.length() : end;
    }

    private void line(String line, String section) {
        int gap = line.indexOf("  ");
        if (line.startsWith("@")) {
            group(line);
        } else if (gap < 0) {
            List.of(line.split(" ")).forEach(this::shared);
        } else {
            one(line.substring(0, gap), line.substring(gap + 2), section);
        }
    }

    /** Behind a group of the output stand its formats. */
    private void group(String line) {
        int brace = line.indexOf('{');
        String name = brace < 0 ? line : line.substring(0, brace);
        int start = shared.indexOf(name + " ");
        if (start < 0) {
            start = shared.indexOf(name + "\n");
        }
        int lines = shared.indexOf('\n', start) + 1;
        int end = shared.indexOf("\n\n", lines);
        String declared = shared.substring(lines, end < 0 ? shared.length() : end);
        read(brace < 0 ? declared : declared.replace(ASKED, line.substring(brace)), heading(start));
    }

    /** What stands behind the name of the group that begins there. */
    private String heading(int group) {
        int end = shared.indexOf('\n', group);
        int blank = shared.indexOf(' ', group);
        return blank < 0 || blank > end ? "" : shared.substring(blank + 1, end);
    }

    /** One option out of its group. */
    private void shared(String name) {
        int at = shared.indexOf(name + " ");
        int start = shared.lastIndexOf('\n', at) + 1;
        while (at > shared.indexOf("  ", start)) {
            at = shared.indexOf(name + " ", at + 1);
            start = shared.lastIndexOf('\n', at) + 1;
        }
        read(shared.substring(start, end(shared, start)), heading(shared.lastIndexOf("\n@", start) + 1));
    }

    private void one(String declared, String description, String section) {
        boolean repeatable = declared.startsWith("-") && declared.endsWith("...");
        String shown = repeatable ? declared.substring(0, declared.length() - 3) : declared;
        int brace = shown.indexOf('{');
        List<String> choices = brace < 0 ? List.of() : choices(shown.substring(brace + 1, shown.length() - 1));
        String plain = brace < 0 ? shown : shown.substring(0, brace);
        String said = description.replace("{}", String.join(", ", choices));
        if (!plain.startsWith("-")) {
            parameters = new ParametersEntry(plain, said, Value.of(plain, choices), choices);
            return;
        }
        int end = plain.indexOf(' ', plain.lastIndexOf(" -") + 1);
        List<String> names = List.of(
                (end < 0 ? plain : plain.substring(0, end)).replace(", ", ",").split(","));
        String label = end < 0 ? "" : plain.substring(end + 1);
        String fallback = null;
        if (label.startsWith("[")) {
            fallback = label.substring(label.indexOf('=') + 1, label.length() - 1);
            label = label.substring(1, label.indexOf('='));
        }
        options.add(
                new OptionEntry(names, label, fallback, repeatable, said, Value.of(label, choices), choices, section));
    }

    /** The words themselves, or the name of a list that is kept elsewhere. */
    private static List<String> choices(String words) {
        return switch (words) {
            case "check formats" -> Formats.CHECK;
            case "answer formats" -> Formats.DIAGNOSIS;
            case "lint formats" -> LintOutput.FORMATS;
            case "clouds" -> CloudChoice.CLOUDS;
            case "goals" -> Arrays.stream(Goal.values()).map(Goal::slug).toList();
            case "shells" -> Shell.names();
            default -> List.of(words.replace(", ", ",").split(","));
        };
    }
}
