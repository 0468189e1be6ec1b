package io.scimdoctor.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's name in a suggested command, as the shells of this machine read it. */
final class PlacesTest {
    private static final Style SEEN = new Style(false, false, 80, Audience.SEEN, List.of());

    private static final List<String> NAMES = List.of(
            "plain.txt",
            "/var/log/scim-7.log",
            "~",
            "~+",
            "~root/x",
            "=ls",
            "a=b",
            "back\\slash.txt",
            "two words.har",
            "gr\u00FCn;id;.txt",
            "it's.txt",
            "$(id) `id` *?[a]",
            "#no comment",
            "!!",
            "{a,b}",
            "@words",
            "<in>&|");

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash", "zsh", "fish", "sh"})
    @DisabledOnOs(OS.WINDOWS)
    void every_shell_takes_it_for_one_word_and_for_nothing_else(String shell) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", shell)));

        for (String name : NAMES) {
            assertThat(read(shell, argument(name))).as(name).isEqualTo(name);
        }
        assertThat(read(shell, argument("-two.txt"))).isEqualTo("./-two.txt");
        assertThat(read(shell, argument("--all of it"))).isEqualTo("./--all of it");
    }

    @Test
    void a_name_that_no_quotes_carry_into_every_shell_stands_for_itself_nowhere() {
        for (String name :
                List.of("tab\tin it", "line\nbreak", "u\u2019;id;\u2018", "\u201Cq\u201D", "it's $HOME", "-")) {
            assertThat(argument(name)).as(name).isEqualTo("FILE");
        }
        assertThat(Places.word("[masked]", "VALUE")).isEqualTo("VALUE");
    }

    private static String argument(String name) {
        return Places.argument(new Source(name, 1, null), true, SEEN);
    }

    private static String read(String shell, String word) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell, "-c", "printf %s " + word)
                .redirectErrorStream(true)
                .start();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return read;
    }
}
