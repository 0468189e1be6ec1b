package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of another program of this machine, and everything that it wrote. */
public record ToolRun(int code, String output) {
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"));

    /** The test that needs the program is skipped where it is not installed. */
    public static void assumeInstalled(String name) {
        assumeTrue(
                FOLDERS.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name))),
                name + " is not installed");
    }

    public static ToolRun of(String... words) throws IOException, InterruptedException {
        return of(Map.of(), words);
    }

    public static ToolRun of(Map<String, String> variables, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new ToolRun(process.exitValue(), output);
    }
}
