package io.scimdoctor.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * One command.
 *
 * @param name what follows {@code scimdoctor}, such as {@code token inspect}
 * @param options the command's own first, then section by section
 * @param variables the environment variables that it reads in place of its options
 */
public record CommandEntry(
        String name, String summary, ParametersEntry parameters, List<OptionEntry> options, List<Candidate> variables) {
    public CommandEntry {
        options = List.copyOf(options);
        variables = List.copyOf(variables);
    }

    /** One line, such as {@code scimdoctor classify [OPTIONS] [FILE...]}. */
    public String usage() {
        return "scimdoctor " + name + " [OPTIONS]" + (parameters.isEmpty() ? "" : " " + parameters.synopsis());
    }

    /** The name of its man page, such as {@code scimdoctor-token-inspect}. */
    public String page() {
        return "scimdoctor-" + name.replace(' ', '-');
    }

    /** The headings of the options, in order; the first is empty, for the command's own. */
    public List<String> sections() {
        List<String> sections = new ArrayList<>();
        for (OptionEntry option : options) {
            if (!sections.contains(option.section())) {
                sections.add(option.section());
            }
        }
        return sections;
    }

    /** The options under a heading. */
    public List<OptionEntry> options(String section) {
        List<OptionEntry> found = new ArrayList<>();
        for (OptionEntry option : options) {
            if (option.section().equals(section)) {
                found.add(option);
            }
        }
        return found;
    }
}
