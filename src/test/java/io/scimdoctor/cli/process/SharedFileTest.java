package io.scimdoctor.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two results for one file that has two names. */
final class SharedFileTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make links there")
    void a_result_does_not_overwrite_another_through_a_link() throws IOException {
        Path file = folder.resolve("report.json");
        Path link = Files.createSymbolicLink(folder.resolve("report.html"), file);

        CommandRun run = CommandRun.with().run("explain", "throttled", "-o", "json=" + file, "-o", "text=" + link);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("scimdoctor: two formats go to one file");
    }
}
