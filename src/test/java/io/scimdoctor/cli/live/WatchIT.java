package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A watch in a process of its own, out of the packaged image. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
final class WatchIT {
    private static final String LAUNCHER = Path.of("target", "scimdoctor", "bin", "scimdoctor")
            .toAbsolutePath()
            .toString();

    @TempDir
    private Path folder;

    private Process start(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(LAUNCHER, "watch", "--simulate=service-timeout", "--interval", "1s", "-o", "ndjson"));
        words.addAll(List.of(more));
        ProcessBuilder builder = Interruptible.process(words);
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static BufferedReader out(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads up to the end of the second round, and says how many calls there were. */
    private static long secondRound(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            JsonNode event = Json.read(line);
            if (event.path("number").asInt() == 2) {
                return event.path("total").path("made").asLong();
            }
        }
        throw new IOException("it ended before its second round");
    }

    private static JsonNode last(BufferedReader out) throws IOException {
        String last = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last = line;
        }
        return Json.read(last);
    }

    @Test
    void what_a_killed_watch_has_counted_is_not_lost() throws Exception {
        Process killed = start();
        long calls;
        try (BufferedReader out = out(killed)) {
            calls = secondRound(out);
            killed.destroyForcibly();
            assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        Process resumed = start("--resume", "last", "--max-calls", Long.toString(calls + 8));
        try (BufferedReader out = out(resumed)) {
            JsonNode summary = last(out);

            assertThat(resumed.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(resumed.exitValue()).isEqualTo(1);
            assertThat(summary.path("type").asText()).isEqualTo("watch-summary");
            assertThat(summary.path("watch").path("resumed").asInt()).isEqualTo(1);
            assertThat(summary.path("calls").path("made").asLong()).isBetween(calls + 5, calls + 8);
            assertThat(summary.path("calls").path("made").asLong()
                            - summary.path("calls").path("failed").asLong())
                    .isEqualTo(summary.path("watch").path("rounds").asLong());
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_stopped_watch_still_sums_up(String signal, int code) throws Exception {
        Process process = start();
        try (BufferedReader out = out(process)) {
            secondRound(out);
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            JsonNode summary = last(out);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(code);
            assertThat(summary.path("run").path("complete").asBoolean(true)).isFalse();
            assertThat(summary.path("watch").path("endedBy").asText()).isEqualTo("interrupted");
            assertThat(summary.path("verdict").path("id").asText()).isEqualTo("service-timeout");
            assertThat(summary.path("intermittency")).hasSize(3);
        }
    }

    @Test
    void metrics_are_served_on_loopback_while_it_runs() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = start("--listen", ":" + port);
        try (BufferedReader out = out(process)) {
            secondRound(out);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("scimdoctor_watch_rounds_total{result=\"fail\"} ");
        } finally {
            process.destroyForcibly();
        }
    }
}
