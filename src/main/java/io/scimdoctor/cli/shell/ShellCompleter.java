package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Value;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what may stand at the cursor, out of the same description of the commands as the completion scripts. */
record ShellCompleter(Program program, Candidates live) implements Completer {
    private static final int MOST_FILES = 200;

    private static io.scimdoctor.manual.Candidate offer(String value, String description) {
        return new io.scimdoctor.manual.Candidate(value, description);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
        String typed = line.line().substring(0, line.cursor());
        int filter = PromptWords.filterStart(typed);
        List<String> words = line.words().subList(0, line.wordIndex());
        String word = line.word().substring(0, line.wordCursor());
        String first = words.isEmpty() ? "" : words.get(0);
        CommandEntry command = program.command(meant(words, word));
        boolean free = !word.startsWith("-") && !PromptWords.isFollowed(words, program);
        if (filter >= 0 && typed.length() > filter && free) {
            add(FilterCandidates.after(typed.substring(filter, typed.length() - word.length())), "", found);
        } else if (first.equals("help")) {
            names(words.subList(1, words.size()), found);
        } else if (first.equals("use")) {
            use(String.join(" ", words), word, found);
        } else if (command == null) {
            names(words, found);
        } else {
            of(command, words.get(words.size() - 1), word, found);
        }
    }

    private void names(List<String> words, List<Candidate> found) {
        add(program.words(String.join(" ", words)), "", found);
        if (words.isEmpty()) {
            add(io.scimdoctor.manual.Candidate.list("shell"), "", found);
        }
    }

    private void use(String words, String word, List<Candidate> found) {
        add(
                switch (words) {
                    case "use" -> io.scimdoctor.manual.Candidate.list("use");
                    case "use profile" -> live.of(Value.PROFILE);
                    case "use run" -> live.of(Value.RUN);
                    case "use token" -> files(word);
                    default -> List.of();
                },
                words.equals("use token") ? folder(word) : "",
                found);
    }

    /** The words as a command line has them: without the program's name, and with the verb that {@code ticket} implies. */
    private static List<String> meant(List<String> words, String word) {
        List<String> meant = new ArrayList<>(PromptWords.withoutProgram(words));
        String second = meant.size() > 1 ? meant.get(1) : word;
        if (!meant.isEmpty() && meant.get(0).equals("ticket") && second.startsWith("-")) {
            meant.add(1, "new");
        }
        return meant;
    }

    private void of(CommandEntry command, String before, String word, List<Candidate> found) {
        OptionEntry followed = command.option(before);
        int sign = word.indexOf('=');
        OptionEntry assigned = sign < 0 ? null : command.option(word.substring(0, sign));
        if (followed != null && followed.isFollowed()) {
            values(followed.value(), followed.choices(), word, found);
        } else if (assigned != null) {
            add(listed(assigned.value(), assigned.choices()), word.substring(0, sign + 1), found);
        } else if (word.startsWith("-")) {
            command.options().forEach(option -> add(List.of(offer(option.name(), option.description())), "", found));
        } else {
            values(command.parameters().value(), command.parameters().choices(), word, found);
        }
    }

    private void values(Value value, List<String> choices, String word, List<Candidate> found) {
        add(listed(value, choices), "", found);
        if (value.isFile()) {
            add(files(word), folder(word), found);
        }
    }

    private List<io.scimdoctor.manual.Candidate> listed(Value value, List<String> choices) {
        return Stream.concat(choices.stream().map(choice -> offer(choice, "")), live.of(value).stream())
                .toList();
    }

    /** The folder that the word names so far. */
    private static String folder(String word) {
        return word.substring(0, word.lastIndexOf('/') + 1);
    }

    /** The files and folders in it that the word may go on to; hidden ones only once a full stop is typed. */
    private static List<io.scimdoctor.manual.Candidate> files(String word) {
        String folder = folder(word);
        String name = word.substring(folder.length());
        // Of a folder that cannot be read there are none; the command itself reports the problem.
        return Stream.ofNullable(new File(folder.isEmpty() ? "." : folder).listFiles())
                .flatMap(Arrays::stream)
                .filter(file -> file.getName().startsWith(name)
                        && (name.startsWith(".") || !file.getName().startsWith(".")))
                .limit(MOST_FILES)
                .map(file -> offer(file.getName() + (file.isDirectory() ? "/" : ""), ""))
                .toList();
    }

    /** @param prefix what stands before the values in the same word, and is not shown with them */
    private static void add(List<io.scimdoctor.manual.Candidate> candidates, String prefix, List<Candidate> found) {
        for (io.scimdoctor.manual.Candidate candidate : candidates) {
            String value = candidate.value();
            // The first sentence, for a list in a terminal.
            String description = candidate.description().split("\\. ", 2)[0];
            found.add(new Candidate(
                    prefix + value,
                    value,
                    null,
                    description.isEmpty() ? null : description,
                    null,
                    null,
                    !value.endsWith("/")));
        }
    }
}
