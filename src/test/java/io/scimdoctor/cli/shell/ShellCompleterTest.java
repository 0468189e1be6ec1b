package io.scimdoctor.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.packaging.WholeProgram;
import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.manual.ParametersEntry;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tab offers, for a small program. */
final class ShellCompleterTest {
    private static final OptionEntry OUTPUT = new OptionEntry(
            List.of("-o", "--output"),
            "FORMAT",
            null,
            true,
            "The form. More.",
            Value.FORMAT,
            List.of("text", "json"),
            "");
    private static final OptionEntry QUIET =
            new OptionEntry(List.of("-q", "--quiet"), "", null, false, "Less.", Value.TEXT, List.of(), "");
    private static final Program PROGRAM = new Program(
            List.of(
                    entry("classify", "[FILE...]", Value.FILE),
                    entry("runs show", "[RUN]", Value.RUN),
                    entry("runs list", "", Value.TEXT),
                    entry("lint filter", "[FILTER...]", Value.TEXT)),
            Map.of("runs", "Recorded runs."));
    private static final Program WHOLE = WholeProgram.program();
    private static final Candidates LIVE = value -> switch (value) {
        case RUN -> List.of(new io.scimdoctor.manual.Candidate("last", "the newest run"));
        case PROFILE -> List.of(new io.scimdoctor.manual.Candidate("contoso", "profile"));
        default -> List.of();
    };

    @TempDir
    private Path folder;

    private BlankTerminal terminal;
    private LineReader reader;

    private static CommandEntry entry(String name, String synopsis, Value value) {
        return new CommandEntry(
                name, "It does it.", new ParametersEntry(synopsis, "", value, List.of()), List.of(OUTPUT, QUIET));
    }

    @BeforeEach
    void open() throws IOException {
        terminal = new BlankTerminal();
        reader = terminal.reader();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    private List<String> offered(String typed) {
        return offered(PROGRAM, typed);
    }

    private List<String> offered(Program program, String typed) {
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(new char[0]);
        parser.setQuoteChars(new char[0]);
        List<Candidate> found = new ArrayList<>();
        new ShellCompleter(program, LIVE)
                .complete(reader, parser.parse(typed, typed.length(), Parser.ParseContext.COMPLETE), found);
        return found.stream().map(Candidate::value).toList();
    }

    @Test
    void a_line_begins_with_a_command_a_group_or_a_word_of_the_shell() {
        assertThat(offered("")).contains("classify", "runs", "lint", "use", "new", "paste", "help", "exit");
        assertThat(offered("runs ")).containsExactly("show", "list");
        assertThat(offered("nothing ")).isEmpty();
    }

    @Test
    void a_command_offers_its_options_their_values_and_what_it_takes() {
        assertThat(offered("runs show ")).containsExactly("last");
        assertThat(offered("runs show -")).containsExactly("--output", "--quiet");
        assertThat(offered("runs show -o ")).containsExactly("text", "json");
        assertThat(offered("runs show --output=")).containsExactly("--output=text", "--output=json");
        assertThat(offered("runs show -q ")).containsExactly("last");
    }

    @Test
    void files_are_offered_and_hidden_ones_only_when_asked_for() throws IOException {
        Files.writeString(folder.resolve("a.har"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        Files.createDirectory(folder.resolve("more"));

        assertThat(offered("classify " + folder + "/")).containsExactlyInAnyOrder(folder + "/a.har", folder + "/more/");
        assertThat(offered("classify " + folder + "/.")).containsExactly(folder + "/.hidden");
        assertThat(offered("classify " + folder.resolve("none") + "/")).isEmpty();
    }

    @Test
    void help_goes_on_with_commands_and_use_with_what_there_is() {
        assertThat(offered("help ")).contains("classify", "runs", "use");
        assertThat(offered("help runs ")).containsExactly("show", "list");
        assertThat(offered("use ")).containsExactly("profile", "token", "run", "nothing");
        assertThat(offered("use profile ")).containsExactly("contoso");
        assertThat(offered("use run ")).containsExactly("last");
        assertThat(offered("use nothing ")).isEmpty();
    }

    @Test
    void a_filter_goes_on_with_what_the_api_takes() {
        assertThat(offered("lint filter ")).contains("userName", "displayName");
        assertThat(offered("lint filter userName ")).contains("eq").doesNotContain("lt");
        assertThat(offered("lint filter active eq ")).containsExactly("true", "false");
        assertThat(offered("lint filter userName eq \"a\" ")).containsExactly("and");
        assertThat(offered("lint filter userName eq \"a\" and ")).contains("userName");
        assertThat(offered("lint filter -")).contains("--output");
    }

    static List<CommandEntry> everyCommand() {
        return WHOLE.commands();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_command_offers_all_its_options_wherever_one_may_stand(CommandEntry command) {
        List<String> options = command.options().stream().map(OptionEntry::name).toList();
        List<String> flags = command.options().stream()
                .filter(option -> !option.isFollowed())
                .map(OptionEntry::name)
                .toList();

        for (String before : List.of("", "word ", flags.get(0) + " ")) {
            for (String typed : List.of(command.name() + " " + before, "scimdoctor " + command.name() + " " + before)) {
                assertThat(offered(WHOLE, typed + "--")).as(typed).isNotEmpty().containsExactlyElementsOf(options);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_option_offers_the_values_that_it_names(CommandEntry command) {
        for (OptionEntry option : command.options()) {
            for (String name : option.isFollowed() ? option.names() : List.<String>of()) {
                assertThat(offered(WHOLE, command.name() + " " + name + " "))
                        .as(name)
                        .containsAll(option.choices());
            }
        }
    }

    @Test
    void ticket_alone_offers_the_options_of_the_ticket_that_it_writes() {
        assertThat(offered(WHOLE, "ticket --"))
                .contains("--require-complete", "--bundle")
                .isEqualTo(offered(WHOLE, "ticket new --"));
        assertThat(offered(WHOLE, "ticket -q --bun")).contains("--bundle");
        assertThat(offered(WHOLE, "ticket -o ")).contains("markdown");
        assertThat(offered(WHOLE, "ticket ")).containsExactly("new", "preview", "verify");
    }
}
