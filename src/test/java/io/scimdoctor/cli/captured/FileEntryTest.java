package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One entry of a file, named as lists name it, wherever a command takes a capture. */
final class FileEntryTest {
    private static final String BASE = "https://graph.microsoft.com/rp/scim/";

    @TempDir
    Path folder;

    private String second = "";

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("calls.har");
        Files.writeString(
                file,
                "{\"log\":{\"entries\":[" + entry("users?count=0", 429) + "," + entry("groups?count=0", 504) + "]}}");
        second = file + ":2";
    }

    private static String entry(String path, int status) {
        return "{\"request\":{\"method\":\"GET\",\"url\":\"" + BASE + path
                + "\",\"headers\":[]},\"response\":{\"status\":" + status + ",\"headers\":[],\"content\":{}}}";
    }

    @Test
    void it_is_the_only_one_that_is_diagnosed() {
        assertThat(CommandRun.of("classify", second, "-o", "short").out())
                .contains("service-timeout")
                .doesNotContain("throttled");
        assertThat(CommandRun.of("classify", folder + "/calls.har:3").code()).isEqualTo(ExitCode.NO_VERDICT);
    }

    @Test
    void there_is_none_before_the_first() {
        assertThat(CommandRun.of("classify", folder + "/calls.har:0").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void it_is_the_only_one_in_a_ticket() {
        assertThat(CommandRun.of("ticket", "preview", "--from", second).out())
                .contains("504")
                .doesNotContain("429");
    }

    @Test
    void it_is_the_only_one_that_is_judged() {
        assertThat(CommandRun.of("lint", "request", second, "-o", "short").out())
                .contains("calls.har:2:", "1 text")
                .doesNotContain("calls.har:1:");
        assertThat(CommandRun.of("lint", "request", folder + "/calls.har:3").code())
                .isEqualTo(ExitCode.NO_VERDICT);
        assertThat(CommandRun.of("permissions", "--for", second).out())
                .contains("/groups")
                .doesNotContain("/users");
    }
}
