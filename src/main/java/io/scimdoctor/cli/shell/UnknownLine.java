package io.scimdoctor.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Resource;
import io.scimdoctor.manual.Value;
import io.scimdoctor.scim.Nearest;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to do with a line that begins with no command: many of them are what a command would take. */
final class UnknownLine {
    /** The words that only the shell knows. */
    static final List<String> OWN = List.of("use", "new", "paste", "help", "exit", "quit");

    /** From this many words on, a line is taken for a text and not for a mistyped command. */
    private static final int SENTENCE = 4;

    private static final Pattern LEAVING = Pattern.compile("(?i):?q!?|:wq?|bye|logout|end|close");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    /** What a whole line looks like, and what may have been meant. */
    private static final JsonNode SHAPES = Resource.json(UnknownLine.class, "shapes.json");

    private static final Pattern PATH = Pattern.compile(".*[/\\\\].*|.*\\.(?:har|json|ndjson|txt|log|csv|gz|html)");
    private static final Pattern PLUMBING = Pattern.compile("\\||>>?|\\d>|<|&&|;");

    private final Host host;
    private final List<String> all = new ArrayList<>(OWN);

    UnknownLine(Host host) {
        this.host = host;
        host.program().words("").forEach(word -> all.add(word.value()));
    }

    /** Whether a command or the shell itself knows the first word. */
    boolean isKnown(List<String> words) {
        return words.get(0).startsWith("-") || all.contains(words.get(0));
    }

    /** Whether each line is a command, as documents show them. */
    boolean areCommands(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().replaceFirst("^[$>%] +", "").replaceFirst("^scimdoctor\\s+", ""))
                .allMatch(line -> all.contains(line.split("\\s+", 2)[0]));
    }

    /** A hint for a line with an unknown first word; nothing where the command line's own error is better. */
    Optional<String> about(String line, List<String> words) {
        String first = words.get(0);
        String text = line.strip();
        boolean alone = words.size() == 1;
        if (first.equals("?") || LEAVING.matcher(text).matches()) {
            return Optional.of("help lists the commands, and exit leaves the shell");
        }
        boolean status = STATUS.matcher(first).matches();
        boolean finding = host.candidates().of(Value.FINDING).stream()
                .anyMatch(candidate -> candidate.value().equalsIgnoreCase(first));
        if (alone && (status || finding)) {
            return Optional.of("explain " + first + " says what this " + (status ? "status" : "finding") + " means");
        }
        if (alone && new File(first).exists()) {
            return Optional.of("that is a file; classify FILE reads captured answers, use token FILE a token");
        }
        for (JsonNode shape : SHAPES) {
            if (text.matches(shape.path("shape").asText())) {
                return Optional.of(shape.path("hint").asText());
            }
        }
        if (alone && PATH.matcher(first).matches()) {
            return Optional.of("there is no file of that name here; classify FILE reads captured answers");
        }
        String nearest = Nearest.of(first, all);
        if (nearest == null && words.size() >= SENTENCE) {
            return Optional.of("that begins with no command; explain --search finds words of an error, and paste takes"
                    + " an answer");
        }
        return nearest != null && nearest.equals(Nearest.of(first, OWN))
                ? Optional.of("there is no such command; did you mean '" + nearest + "'?")
                : Optional.empty();
    }

    /** Whether the words contain pipes or redirections, which this shell does not have. */
    static boolean isPlumbing(List<String> words) {
        return words.stream().skip(1).anyMatch(word -> PLUMBING.matcher(word).matches());
    }
}
