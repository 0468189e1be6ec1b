package io.scimdoctor.watch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import io.scimdoctor.server.WireServer;
import io.scimdoctor.watch.Made;
import io.scimdoctor.watch.Plans;
import io.scimdoctor.watch.SimulatedProcess;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics, and how they are served. */
final class WatchMetricsTest {
    private static String metrics() {
        Tally tally = Made.tally(false, true, true, false);
        tally.add(
                Made.round(
                        5,
                        SimulatedProcess.START,
                        List.of(Made.call(SimulatedProcess.START, "GET /\"odd\\path\"\nx", "service-fault", Map.of()))),
                WatchListener.NONE);
        return WatchMetrics.of(Plans.probe(Plans.NONE), tally);
    }

    @Test
    void promtool_has_nothing_to_say() throws Exception {
        Needs.tool("promtool");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = promtool.getOutputStream()) {
            in.write(metrics().getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void each_metric_is_described_once_and_labels_are_escaped() {
        String metrics = metrics();

        List<String> types =
                metrics.lines().filter(line -> line.startsWith("# TYPE ")).toList();
        assertThat(types).doesNotHaveDuplicates().hasSizeGreaterThan(9);
        assertThat(metrics)
                .contains("scimdoctor_watch_rounds_total{result=\"fail\"} 3\n")
                .contains("scimdoctor_watch_findings_total{endpoint=\"GET /users\",finding=\"service-timeout\","
                        + "failure=\"true\"} 2\n")
                .contains("endpoint=\"GET /\\\"odd\\\\path\\\"\\nx\"")
                .contains("scimdoctor_watch_call_duration_seconds_count 5\n");
    }

    @ParameterizedTest
    @CsvSource({"GET, /metrics, 200", "HEAD, /metrics, 200", "GET, /, 404", "POST, /metrics, 405"})
    void they_are_served_at_one_path_and_for_reading_only(String method, String path, int status) throws Exception {
        try (WireServer server = start()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(method.equals("GET") && status == 200 ? metrics() : answer.body());
        }
    }

    @Test
    void a_caller_that_sends_nonsense_harms_nobody() throws Exception {
        try (WireServer server = start()) {
            for (String nonsense : List.of("\u0000\u0001\n\n", "GET\n\n", "GET /metrics HTTP/9\r\n\r\n")) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                            .matches("(?s)HTTP/1.1 [45].*+");
                }
            }
            they_are_served_at_one_path_and_for_reading_only("GET", "/metrics", 200);
        }
    }

    /** The second number is more than the server has room for. Both mostly wait. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(ints = {2, 150})
    void callers_that_send_their_requests_byte_by_byte_hold_up_no_other(int callers) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (WireServer server = start()) {
            for (int i = 0; i < callers; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                sockets.add(socket);
                socket.getOutputStream().write('G');
            }

            they_are_served_at_one_path_and_for_reading_only("GET", "/metrics", 200);

            sockets.get(0).setSoTimeout(30_000);
            assertThat(sockets.get(0).getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static WireServer start() throws IOException {
        return WatchMetrics.serve(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WatchMetricsTest::metrics);
    }
}
