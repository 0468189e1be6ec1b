package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script of the action, with files in place of the runner. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the archive is for Linux")
final class GithubActionIT {
    private static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();
    private static final String SCRIPT =
            Path.of("packaging", "github-action", "check.sh").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    @Test
    void it_hands_verdict_summary_and_annotation_to_the_workflow() throws Exception {
        ToolRun run = action(Map.of("ARGUMENTS", "--simulate=token-expired --full"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("::error title=scimdoctor%3A token-expired::SIMULATED.");
        assertThat(Files.readString(folder.resolve("output")).lines())
                .containsExactly(
                        "exit-code=1",
                        "report=" + folder.resolve("scimdoctor.json"),
                        "status=fail",
                        "verdict=token-expired");
        assertThat(Files.readString(folder.resolve("summary"))).startsWith("## FAIL: The access token has expired\n");
    }

    @Test
    void it_runs_the_program_of_an_archive_with_the_right_checksum_alone() throws Exception {
        Path archive = folder.resolve("scimdoctor-1.2.3-linux-x64.tar.gz");
        ToolRun.of("tar", "-czf", archive.toString(), "-C", "target", "scimdoctor");
        String right = sum(archive);
        String wrong = right.replace(right.charAt(0), right.charAt(0) == '0' ? '1' : '0');

        ToolRun fine = action(
                Map.of("ARCHIVE", archive.toString(), "SHA256", right, "PROGRAM", "none", "ARGUMENTS", "--simulate"));
        ToolRun other = action(Map.of("ARCHIVE", archive.toString(), "SHA256", wrong, "ARGUMENTS", "--simulate"));

        assertThat(fine.code()).as(fine.output()).isZero();
        assertThat(Files.readString(folder.resolve("output"))).contains("status=pass\nverdict=\n", "exit-code=3\n");
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.output()).contains("is not that of the input sha256.");
    }

    @Test
    void an_input_is_never_run() throws Exception {
        ToolRun run = action(Map.of(
                "ARGUMENTS",
                "$(touch FOLDER/seen) `touch FOLDER/seen` ; touch FOLDER/seen".replace("FOLDER", folder.toString())));

        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("seen")).doesNotExist();
    }

    @Test
    void what_the_program_prints_is_no_command_to_the_runner() throws Exception {
        Path program = Files.writeString(folder.resolve("program"), """
                #!/bin/sh
                echo '  ::set-output name=verdict::healthy'
                echo '##[error]of the service'
                echo '  ::stop-commands::value' >&2
                echo '::error title=scimdoctor::of ours' >&2
                exit 1
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();

        ToolRun run = action(Map.of("PROGRAM", program.toString(), "ARGUMENTS", ""));

        assertThat(run.code()).isEqualTo(1);
        List<String> lines =
                run.output().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines.get(0)).matches("::stop-commands::[0-9a-f]{32}");
        String end = "::" + lines.get(0).substring("::stop-commands::".length()) + "::";
        assertThat(lines.subList(1, lines.size()))
                .containsExactly(
                        "  ::set-output name=verdict::healthy",
                        "##[error]of the service",
                        "  ::stop-commands::value",
                        end,
                        "::error title=scimdoctor::of ours");
    }

    private ToolRun action(Map<String, String> inputs) throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(
                "RUNNER_TEMP", folder.toString(),
                "RUNNER_OS", "Linux",
                "RUNNER_ARCH", "X64",
                "GITHUB_ACTIONS", "true",
                "GITHUB_OUTPUT", folder.resolve("output").toString(),
                "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
                "SCIMDOCTOR_ARCHIVE", "off",
                "PROGRAM", LAUNCHER.toString(),
                "ARCHIVE", "",
                "SHA256", ""));
        variables.putAll(inputs);
        return ToolRun.of(variables, "bash", SCRIPT);
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
