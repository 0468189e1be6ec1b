package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.OptionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command lines in the files that put the program into its places: this program still understands each of them. */
final class PackagingTest {
    private static final String TENANT = "5c1d0c70-1111-4222-8333-444455556666";

    /** A line that starts the program, behind the sign of a comment, a variable or the word that the file puts before it. */
    private static final Pattern LINE = Pattern.compile(
            "(?m)^[ #*]*(?:ExecStart=|command_line +)?(?:([A-Z_]+)=(\\S+) )?(?:/usr/bin/)?scimdoctor ([a-z].*)$");

    private static final Pattern FORMULA = Pattern.compile("shell_output\\(\"#\\{bin}/scimdoctor ([^\"]+)\"");
    private static final Pattern ICINGA_OPTION = Pattern.compile("(?m)^ +\"(--[a-z-]+)\" = \\{\\n +(value|set_if) ");

    @TempDir
    private Path folder;

    @BeforeEach
    void write_what_the_lines_name() throws IOException {
        for (String name : List.of("etc/scimdoctor", "var/lib", "credentials")) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String name : List.of("etc/scimdoctor/monitoring-secret", "credentials/client-secret")) {
            Files.writeString(folder.resolve(name), "a secret");
        }
        Files.writeString(folder.resolve("credentials/token"), "a.token");
        String profile = "default-profile = \"health\"\n[profile.health]\ntenant = \"" + TENANT + "\"\nclient-id = \""
                + TENANT + "\"\n";
        for (String name : List.of("etc/scimdoctor/config.toml", "credentials/config.toml")) {
            Files.writeString(folder.resolve(name), profile);
        }
        Files.writeString(
                folder.resolve("etc/scimdoctor/monitoring.toml"),
                profile + "client-secret-file = \"" + folder.resolve("etc/scimdoctor/monitoring-secret") + "\"\n");
        variables().run("check", "--simulate=token-expired");
    }

    @ParameterizedTest
    @CsvSource({
        "packaging/systemd/scimdoctor-check.service, 4",
        "packaging/nagios/scimdoctor.cfg, 2",
        "packaging/icinga/scimdoctor.conf, 1",
        "packaging/homebrew/scimdoctor.rb, 2",
        "src/site/markdown/integrations.md, 6",
    })
    void every_line_that_starts_the_program_is_understood(Path file, int expected) throws IOException {
        String text = Files.readString(file).replaceAll("\\\\\n[ #*]*", "");

        List<MatchResult> lines = Stream.of(LINE, FORMULA)
                .flatMap(pattern -> pattern.matcher(text).results())
                .toList();

        assertThat(lines).hasSize(expected);
        for (MatchResult line : lines) {
            CommandRun run = run(line);
            assertThat(run.code()).as(line.group() + "\n" + run.all()).isIn(ExitCode.HEALTHY, ExitCode.PROBLEM);
        }
    }

    @Test
    void the_arguments_of_the_job_are_understood() throws IOException {
        String job = Files.readString(Path.of("packaging/kubernetes/cronjob.yaml"));
        Matcher arguments = Pattern.compile("args:\\n((?: +- \\S+\\n)+)").matcher(job);
        assertThat(arguments.find()).isTrue();
        String words = arguments.group(1).replaceAll("\\s+- ", " ").strip();

        CommandRun run = run(words.replace("/dev/", folder + "/"));

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(words).startsWith("check ");
    }

    @Test
    void every_argument_that_icinga_passes_is_an_option_of_check() throws IOException {
        String text = Files.readString(Path.of("packaging/icinga/scimdoctor.conf"));
        Map<String, Boolean> passed = ICINGA_OPTION
                .matcher(text)
                .results()
                .collect(Collectors.toMap(
                        result -> result.group(1), result -> result.group(2).equals("set_if")));
        CommandEntry check = CommandWords.program().commands().get(0);

        Map<String, Boolean> flags = check.options().stream()
                .filter(option -> passed.containsKey(option.name()))
                .collect(Collectors.toMap(OptionEntry::name, OptionEntry::isFlag));

        assertThat(passed).hasSize(10).isEqualTo(flags);
        Matcher command =
                Pattern.compile("command = \\[ \"/usr/bin/scimdoctor\", (.*) ]").matcher(text);
        assertThat(command.find()).isTrue();
        assertThat(run(command.group(1).replaceAll("[\",]", "")).code()).isEqualTo(ExitCode.HEALTHY);
    }

    private CommandRun run(MatchResult line) {
        CommandRun.Setup setup = variables();
        if (line.groupCount() == 3 && line.group(1) != null) {
            setup.variable(line.group(1), folder + line.group(2));
        }
        return run(setup, line.group(line.groupCount()));
    }

    private CommandRun run(String words) {
        return run(variables(), words);
    }

    /** What a check calls is the simulator. */
    private CommandRun run(CommandRun.Setup setup, String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" +", -1)) {
            words.add(word.equals("ID") ? TENANT : word.replace("/etc/", folder + "/etc/"));
        }
        words.replaceAll(word -> word.replace("${CREDENTIALS_DIRECTORY}", folder + "/credentials"));
        words.replaceAll(word -> word.replace("$ARG1$", "health"));
        words.remove("$ARG2$");
        words.remove("");
        if (words.get(0).equals("check") && !line.contains("--simulate")) {
            words.add("--simulate");
        }
        return setup.run(words.toArray(new String[0]));
    }

    private CommandRun.Setup variables() {
        return CommandRun.with()
                .variable("XDG_STATE_HOME", folder + "/var/lib")
                .variable("XDG_CONFIG_HOME", folder + "/etc")
                .variable("SCIMDOCTOR_TENANT_ID", TENANT)
                .variable("SCIMDOCTOR_CLIENT_ID", TENANT)
                .variable("SCIMDOCTOR_CLIENT_SECRET_FILE", folder + "/credentials/client-secret");
    }
}
