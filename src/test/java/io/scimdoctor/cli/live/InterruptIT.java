package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM, sent to the packaged image. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
final class InterruptIT {
    private static final String LAUNCHER = Path.of("target", "scimdoctor", "bin", "scimdoctor")
            .toAbsolutePath()
            .toString();

    @TempDir
    private Path state;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void an_interrupted_check_still_writes_what_it_knows(String signal, int code) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Process process = start(
                    "check", "--base-url", "http://127.0.0.1:" + silent.getLocalPort() + "/rp/scim", "-o", "json");
            try (Socket call = silent.accept()) {
                assertThat(call.getInputStream().read()).isEqualTo('G');

                send(signal, process);
                JsonNode report =
                        Json.read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(code);
                assertThat(report.path("run").path("complete").asBoolean(true)).isFalse();
                assertThat(report.path("verdict").path("exitCode").asInt()).isEqualTo(code);
                assertThat(report.path("checks")).isNotEmpty();
                assertThat(report.path("findings").findValuesAsText("id")).doesNotContain("deadline-exceeded");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void text_document_record_and_process_name_the_same_code(String signal, int code) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String baseUrl = "http://127.0.0.1:" + silent.getLocalPort() + "/rp/scim";
            for (List<String> command :
                    List.of(List.of("check"), List.of("probe", "GET", "/users"), List.of("watch", "-o", "json"))) {
                List<String> words = new ArrayList<>(command);
                words.addAll(List.of("--base-url", baseUrl, "-q"));
                Process process = start(words.toArray(new String[0]));
                try (Socket call = silent.accept()) {
                    assertThat(call.getInputStream().read()).isEqualTo('G');

                    send(signal, process);
                    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                    assertThat(process.exitValue()).as(words.toString()).isEqualTo(code);
                    assertThat(text).as(words.toString()).containsAnyOf("Exit code " + code, "\"exitCode\": " + code);
                }
            }
            assertThat(recordedCodes()).isNotEmpty().containsOnly(code);
        }
    }

    private List<Integer> recordedCodes() throws IOException {
        List<Integer> codes = new ArrayList<>();
        try (Stream<Path> files = Files.list(state.resolve("scimdoctor").resolve("runs"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                codes.add(Json.read(Files.readString(file))
                        .path("verdict")
                        .path("exitCode")
                        .asInt());
            }
        }
        return codes;
    }

    @Test
    void a_running_simulator_ends_on_ctrl_c_without_a_word() throws Exception {
        Process process = start("simulate");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("# SIMULATED");

            send("INT", process);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(process.getErrorStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_closed_standard_input_is_an_empty_one() throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-c", "exec \"$0\" token inspect <&-", LAUNCHER).start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(err).contains("it is empty");
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    void a_reader_that_goes_away_is_no_bug() throws Exception {
        Process process = new ProcessBuilder(
                        "/bin/sh", "-c", "{ \"$0\" explain -o json; echo \"code $?\" >&2; } | head -n 1", LAUNCHER)
                .start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(err).matches("code [01]\\n");
    }

    private Process start(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.add(0, LAUNCHER);
        ProcessBuilder builder = Interruptible.process(command);
        builder.environment().put("SCIMDOCTOR_TOKEN", "EwBwA8l6BAAU");
        builder.environment().put("XDG_STATE_HOME", state.toString());
        return builder.start();
    }

    private static void send(String signal, Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
