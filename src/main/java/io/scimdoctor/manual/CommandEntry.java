package io.scimdoctor.manual;

import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One command.
 *
 * @param name what follows {@code scimdoctor}, such as {@code token inspect}
 * @param options the command's own first, then section by section
 */
public record CommandEntry(String name, String summary, ParametersEntry parameters, List<OptionEntry> options) {

    /** As the page of that name declares it: the first line is the summary, the second paragraph what it takes. */
    public static CommandEntry of(String name) {
        String[] parts = paragraphs(name);
        return Declarations.entry(name, parts[0], parts[1]);
    }

    /** What a command is for, in a sentence. */
    public static String summary(String name) {
        return paragraphs(name)[0];
    }

    /** The summary, the declarations, and the rest of the page. */
    static String[] paragraphs(String name) {
        String page = Resource.text(CommandEntry.class, name.replace(' ', '-') + ".txt");
        int first = page.indexOf("\n\n");
        int second = page.indexOf("\n\n", first + 2);
        return new String[] {
            page.substring(0, first), page.substring(first + 2, second), page.substring(second + 2),
        };
    }

    /** The option of that name, or null. */
    public @Nullable OptionEntry option(String name) {
        return First.of(options, option -> option.names().contains(name));
    }

    /** One line, such as {@code scimdoctor classify [OPTIONS] [FILE...]}. */
    public String usage() {
        return "scimdoctor " + name + " [OPTIONS]" + (parameters.isEmpty() ? "" : " " + parameters.synopsis());
    }

    /** The options under their headings, in order; the first heading is empty, for the command's own. */
    public Map<String, List<OptionEntry>> sections() {
        return options.stream()
                .collect(Collectors.groupingBy(OptionEntry::section, LinkedHashMap::new, Collectors.toList()));
    }
}
