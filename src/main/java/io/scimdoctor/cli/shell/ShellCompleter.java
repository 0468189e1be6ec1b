package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Value;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what may stand at the cursor, out of the same description of the commands as the completion scripts. */
final class ShellCompleter implements Completer {
    private static final List<io.scimdoctor.manual.Candidate> OWN = List.of(
            offer("use", "Choose what later commands go by: profile, token or run."),
            offer("new", "Begin a new case and forget everything else."),
            offer("paste", "Diagnose lines up to Ctrl-D."),
            offer("help", "Show the commands, or one of them."),
            offer("exit", "Leave the shell."));

    private static final List<io.scimdoctor.manual.Candidate> USES = List.of(
            offer("profile", "settings under a name"),
            offer("token", "a file with a token"),
            offer("run", "a recorded run"),
            offer("nothing", "forget them all"));

    private final Program program;
    private final Candidates live;

    ShellCompleter(Program program, Candidates live) {
        this.program = program;
        this.live = live;
    }

    private static io.scimdoctor.manual.Candidate offer(String value, String description) {
        return new io.scimdoctor.manual.Candidate(value, description);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
        String typed = line.line().substring(0, line.cursor());
        int filter = PromptWords.filterStart(typed);
        List<String> words = line.words().subList(0, line.wordIndex());
        String word = line.word().substring(0, line.wordCursor());
        if (filter >= 0 && typed.length() > filter && !word.startsWith("-") && !isValue(words)) {
            add(FilterCandidates.after(typed.substring(filter, typed.length() - word.length())), "", found);
        } else if (!words.isEmpty() && words.get(0).equals("help")) {
            names(words.subList(1, words.size()), found);
        } else if (!words.isEmpty() && words.get(0).equals("use")) {
            use(words, word, found);
        } else {
            CommandEntry command = program.command(meant(words, word));
            if (command == null) {
                names(words, found);
            } else {
                of(command, words, new Place(word, found));
            }
        }
    }

    /** Whether an option before takes the word that is being typed. */
    private boolean isValue(List<String> words) {
        CommandEntry command = program.command(words);
        OptionEntry before = command == null ? null : command.option(words.get(words.size() - 1));
        return before != null && before.isFollowed();
    }

    /** The word that is being typed, and where what it may become is gathered. */
    private record Place(String word, List<Candidate> found) {}

    private void names(List<String> words, List<Candidate> found) {
        if (words.isEmpty()) {
            add(program.firstWords(), "", found);
            add(OWN, "", found);
        } else if (words.size() == 1) {
            add(program.words(words.get(0)), "", found);
        }
    }

    private void use(List<String> words, String word, List<Candidate> found) {
        if (words.size() == 1) {
            add(USES, "", found);
        } else if (words.size() == 2) {
            switch (words.get(1)) {
                case "profile" -> add(live.of(Value.PROFILE, ""), "", found);
                case "run" -> add(live.of(Value.RUN, ""), "", found);
                case "token" -> FileCandidates.add(word, found);
                default -> {
                    return;
                }
            }
        }
    }

    /** The words as a command line has them: without the program's name, and with the verb that {@code ticket} implies. */
    private static List<String> meant(List<String> words, String word) {
        List<String> meant = new ArrayList<>(words);
        if (meant.size() > 1 && meant.get(0).equals("scimdoctor")) {
            meant.remove(0);
        }
        String second = meant.size() > 1 ? meant.get(1) : word;
        if (!meant.isEmpty() && meant.get(0).equals("ticket") && second.startsWith("-")) {
            meant.add(1, "new");
        }
        return meant;
    }

    private void of(CommandEntry command, List<String> words, Place place) {
        String word = place.word();
        OptionEntry before = command.option(words.get(words.size() - 1));
        int sign = word.indexOf('=');
        OptionEntry assigned = sign < 0 ? null : command.option(word.substring(0, sign));
        if (before != null && before.isFollowed()) {
            values(before.value(), before.choices(), "", place);
        } else if (assigned != null) {
            values(assigned.value(), assigned.choices(), word.substring(0, sign + 1), place);
        } else if (word.startsWith("-")) {
            command.options()
                    .forEach(option -> add(List.of(offer(option.name(), option.description())), "", place.found()));
        } else {
            values(command.parameters().value(), command.parameters().choices(), "", place);
        }
    }

    private void values(Value value, List<String> choices, String prefix, Place place) {
        List<io.scimdoctor.manual.Candidate> candidates = new ArrayList<>();
        choices.forEach(choice -> candidates.add(offer(choice, "")));
        candidates.addAll(live.of(value, ""));
        add(candidates, prefix, place.found());
        if (value.isFile() && prefix.isEmpty()) {
            FileCandidates.add(place.word(), place.found());
        }
    }

    private static void add(List<io.scimdoctor.manual.Candidate> candidates, String prefix, List<Candidate> found) {
        for (io.scimdoctor.manual.Candidate candidate : candidates) {
            String value = prefix + candidate.value();
            String description = brief(candidate.description());
            found.add(new Candidate(
                    value, candidate.value(), null, description.isEmpty() ? null : description, null, null, true));
        }
    }

    /** The first sentence, for a list in a terminal. */
    private static String brief(String description) {
        int end = description.indexOf(". ");
        return end < 0 ? description : description.substring(0, end);
    }
}
