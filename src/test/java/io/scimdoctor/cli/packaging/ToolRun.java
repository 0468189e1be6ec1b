package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of another program of this machine, and everything that it wrote. */
public record ToolRun(int code, String output) {
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
