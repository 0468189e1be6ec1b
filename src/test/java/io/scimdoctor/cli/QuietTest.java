package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.finding.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code -q} a command that judges says nothing where all is well, and still says what is wrong. */
final class QuietTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --simulate",
                "probe GET /users?count=1 --simulate",
                "token get --simulate",
                "lint filter 'userName eq \"a\"'",
                "lint query count=10",
                "classify",
                "watch --simulate --duration 1s --interval 1s"
            })
    void nothing_is_printed_when_all_is_well(String line) {
        for (String format : new String[] {"text", "short"}) {
            CommandRun run = CommandRun.with()
                    .realClock()
                    .in("HTTP/1.1 204 No Content\n")
                    .run(words(line + " -qq -o " + format));

            assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
            assertThat(run.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --simulate=throttled",
                "check --simulate=clock-ahead",
                "lint filter 'userName sw \"a\"'",
                "lint query count=0"
            })
    void what_is_wrong_is_printed_all_the_same(String line) {
        assertThat(CommandRun.with().realClock().run(words(line + " -q")).out()).isNotEmpty();
    }

    private static String[] words(String line) {
        return line.replace("'", "").split("(?<!userName|eq|sw) ");
    }

    @Test
    void what_was_asked_for_is_no_judgement() {
        assertThat(CommandRun.of("permissions", "--for", "GET /users", "-q").out())
                .contains("User.Read.All");
    }
}
