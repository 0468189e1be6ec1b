package io.scimdoctor.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.cli.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every example of the manual; {@code -Dgolden.update=true} writes what they print into its pages. */
final class ExamplesTest {
    private static final Path PAGES = Path.of("src", "main", "resources", "io", "scimdoctor", "manual");
    private static final Path SAMPLES = Path.of("src", "test", "resources", "io", "scimdoctor", "examples");
    /** So wide that the output still fits into a page of 80 columns, behind its indentation. */
    private static final int WIDTH = 70;
    /** What a shell has to run, what shows the machine, and what needs a terminal or an assistant; their pages show no output. */
    private static final List<String> NOT_RUN = List.of("completion", "env", "mcp", "shell");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern FILE = Pattern.compile("(?:.*=)?([a-z]+\\.(?:txt|json|har|zip))");

    @TempDir
    private Path folder;

    static Stream<String> pages() {
        return CommandWords.NAMES.stream().map(name -> name.replace(' ', '-')).filter(name -> !NOT_RUN.contains(name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_examples_of_a_page_print_what_it_shows(String name) throws IOException {
        Path file = PAGES.resolve(name + ".txt");
        String text = Files.readString(file);
        int start = text.indexOf("== ");

        String actual = start < 0 ? text : text.substring(0, start) + run(text.substring(start));

        if (Boolean.getBoolean("golden.update") && !settled(actual).equals(settled(text))) {
            Files.writeString(file, actual);
        }
        assertThat(settled(actual))
                .as("%s; -Dgolden.update=true writes it anew", file)
                .isEqualTo(settled(Files.readString(file)));
    }

    private String run(String examples) throws IOException {
        Files.createDirectories(files());
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.toList()) {
                Files.copy(sample, files().resolve(sample.getFileName()));
            }
        }
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (String line : examples.lines().toList()) {
            if (line.startsWith("% ")) {
                before++;
                text.append(line).append('\n');
                run(line.substring(2), InstantSource.fixed(CommandRun.NOW.minus(Duration.ofHours(48 - before))));
            } else if (line.startsWith("$ ")) {
                String output = run(line.substring(2), InstantSource.fixed(CommandRun.NOW));
                text.append(line).append('\n').append(output).append(output.isEmpty() ? "" : "\n");
                text.append('\n');
            } else if (line.startsWith("== ")) {
                text.append(line).append('\n');
            }
        }
        return text.toString().stripTrailing() + "\n";
    }

    private String run(String line, InstantSource clock) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(inFolder(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
        }
        assertThat(words.remove(0)).isEqualTo("scimdoctor");
        CommandRun.Setup setup = CommandRun.with().width(WIDTH).clock(clock);
        setup.variable("HOME", folder.toString());
        int input = words.indexOf("<");
        if (input >= 0) {
            setup.in(Files.readString(Path.of(words.remove(input + 1))));
            words.remove(input);
        }
        CommandRun run = setup.run(words.toArray(new String[0]));
        assertThat(run.code().number()).as(line + "\n" + run.all()).isLessThan(2);
        // Reports mask a part of the folder's name.
        return run.all()
                .replaceAll("\\S*/junit[^/\\s]*/files/", "")
                .replace(folder.toString(), "~")
                .strip();
    }

    private Path files() {
        return folder.resolve("files");
    }

    /** A command of this process cannot change its working folder. */
    private String inFolder(String word) {
        Matcher matcher = FILE.matcher(word);
        return matcher.matches() ? word.substring(0, matcher.start(1)) + files().resolve(matcher.group(1)) : word;
    }

    /** Without what differs from run to run, and without the breaks that depend on how long it is. */
    private static String settled(String text) {
        return Golden.settled(text)
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "GUID")
                .replaceAll("\\d+(\\.\\d+)? ?(ms|s)\\b", "N ms")
                .replaceAll("\\s+", " ");
    }
}
