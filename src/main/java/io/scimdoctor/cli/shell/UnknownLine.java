package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Value;
import io.scimdoctor.scim.Nearest;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to do with a line that begins with no command: many of them are what a command would take. */
final class UnknownLine {
    /** The words that only the shell knows. */
    static final List<String> OWN = List.of("use", "new", "paste", "help", "exit", "quit");

    /** From this many words on, a line is taken for a text and not for a mistyped command. */
    private static final int SENTENCE = 4;

    private static final Pattern LEAVING = Pattern.compile("(?i):?q!?|:wq?|bye|logout|end|close");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?://|/?(?:rp/|scim/)*+(?:users|groups)[/?]).*");
    private static final Pattern FILTER =
            Pattern.compile("(?i)[(\\w.:$\\[\\]-]++\\s++(?:(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\s.*|pr(?:\\s.*)?)");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][\\w-]*:\\s.*");
    private static final Pattern PATH = Pattern.compile(".*[/\\\\].*|.*\\.(?:har|json|ndjson|txt|log|csv|gz|html)");
    private static final Pattern PLUMBING = Pattern.compile("\\||>>?|\\d>|<|&&|;");

    private final Host host;

    UnknownLine(Host host) {
        this.host = host;
    }

    /** Whether a command or the shell itself knows the first word. */
    boolean isKnown(List<String> words) {
        String first = words.get(0);
        return OWN.contains(first) || first.startsWith("-") || firstWords().contains(first);
    }

    /** Whether each line is a command, as documents show them. */
    boolean areCommands(String text) {
        return text.lines().filter(line -> !line.isBlank()).allMatch(line -> {
            List<String> words =
                    List.of(line.strip().replaceFirst("^[$>%] +", "").split("\\s+"));
            int name = words.get(0).equals("scimdoctor") && words.size() > 1 ? 1 : 0;
            return OWN.contains(words.get(name)) || firstWords().contains(words.get(name));
        });
    }

    /** A hint for a line with an unknown first word; nothing where the command line's own error is better. */
    Optional<String> about(String line, List<String> words) {
        String first = words.get(0);
        String text = line.strip();
        if (first.equals("?") || LEAVING.matcher(text).matches()) {
            return Optional.of("help lists the commands, and exit leaves the shell");
        }
        if (words.size() == 1 && STATUS.matcher(first).matches()) {
            return Optional.of("explain " + first + " says what this status means");
        }
        if (words.size() == 1 && isFinding(first)) {
            return Optional.of("explain " + first + " says what this finding means");
        }
        if (words.size() == 1 && new File(first).exists()) {
            return Optional.of("that is a file; classify FILE reads captured answers, use token FILE a token");
        }
        return Optional.ofNullable(shaped(text, words));
    }

    private @Nullable String shaped(String text, List<String> words) {
        if (URL.matcher(text).matches()) {
            return "that is a URL; lint query URL checks it, and probe GET URL calls it";
        }
        if (FILTER.matcher(text).matches()) {
            return "that looks like a filter; lint filter, with the filter behind it, checks it";
        }
        if (HEADER.matcher(text).matches()) {
            return "that is one line of an answer; paste the whole answer, or type paste first and end with Ctrl-D";
        }
        if (words.size() == 1 && PATH.matcher(words.get(0)).matches()) {
            return "there is no file of that name here; classify FILE reads captured answers";
        }
        String nearest = Nearest.of(words.get(0), all());
        if (nearest == null) {
            return words.size() < SENTENCE
                    ? null
                    : "that begins with no command; explain --search finds words of an error, and paste takes an answer";
        }
        return nearest.equals(Nearest.of(words.get(0), OWN))
                ? "there is no such command; did you mean '" + nearest + "'?"
                : null;
    }

    /** Whether the words contain pipes or redirections, which this shell does not have. */
    static boolean isPlumbing(List<String> words) {
        return words.stream().skip(1).anyMatch(word -> PLUMBING.matcher(word).matches());
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(OWN);
        all.addAll(firstWords());
        return all;
    }

    private List<String> firstWords() {
        return host.program().firstWords().stream().map(Candidate::value).toList();
    }

    private boolean isFinding(String word) {
        return host.candidates().of(Value.FINDING, word).stream()
                .anyMatch(candidate -> candidate.value().equalsIgnoreCase(word));
    }
}
