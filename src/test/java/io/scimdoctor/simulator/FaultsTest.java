package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

/** Each fault of the wire, seen through the client that the program uses. */
class FaultsTest {
    @Test
    void a_reset_connection_is_a_socket_exception() {
        assertThatThrownBy(() -> read("connection-reset")).isInstanceOf(SocketException.class);
    }

    @Test
    void an_empty_reply_is_no_response() {
        assertThatThrownBy(() -> read("empty-reply")).isInstanceOf(NoHttpResponseException.class);
    }

    @Test
    void a_stalled_body_times_out_after_the_head() {
        assertThatThrownBy(() -> read("stalled-body")).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_truncated_body_ends_early() {
        assertThatThrownBy(() -> read("truncated-body")).isInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void a_slow_first_byte_outlasts_a_short_timeout() {
        assertThatThrownBy(() -> read("slow-first-byte")).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void many_slow_calls_keep_nobody_from_another_page() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (Simulator simulator = Simulators.start("slow-first-byte", Simulators.CLOCK, 1, Duration.ofMinutes(5))) {
            for (int i = 0; i < 100; i++) {
                slow.add(get(simulator, "/rp/scim/users", simulator.token()));
            }

            try (Socket other = get(simulator, "/tenant/oauth2/v2.0/token", "")) {
                assertThat(other.getInputStream().read()).isEqualTo('H');
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket get(Simulator simulator, String path, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
        socket.setSoTimeout(20_000);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void a_slow_first_byte_arrives_in_the_end() {
        Duration silence = Duration.ofMillis(20);
        try (Simulator simulator = Simulators.start("slow-first-byte", Simulators.CLOCK, 1, silence)) {
            assertThat(new Client(simulator).get("/users?count=1").status()).isEqualTo(200);
        }
    }

    @Test
    void an_oversized_body_goes_beyond_64_mib() throws IOException, InterruptedException {
        try (Simulator simulator = Simulators.start("oversized-body");
                InputStream body = open(simulator).body()) {
            assertThat(body.skip(65L << 20)).isEqualTo(65L << 20);
        }
    }

    @Test
    void a_gzip_bomb_is_small_on_the_wire_and_large_unpacked() throws IOException, InterruptedException {
        try (Simulator simulator = Simulators.start("gzip-bomb")) {
            HttpResponse<InputStream> response = open(simulator);
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            try (GZIPInputStream unpacked = new GZIPInputStream(response.body(), 1 << 16)) {
                assertThat(unpacked.skip(65L << 20)).isEqualTo(65L << 20);
            }
        }
    }

    @Test
    void closing_the_simulator_frees_a_client_that_hangs() throws InterruptedException {
        Simulator simulator = Simulators.start("stalled-body");
        Thread hanging = new Thread(() -> assertThatThrownBy(() -> new Client(simulator).get("/users")));
        hanging.start();

        simulator.close();
        hanging.join(10_000);

        assertThat(hanging.isAlive()).isFalse();
    }

    private static HttpResponse<InputStream> open(Simulator simulator) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/users?count=5"))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + simulator.token())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String read(String scenario) throws IOException {
        ConnectionConfig config = ConnectionConfig.custom()
                .setSocketTimeout(Timeout.ofMilliseconds(400))
                .build();
        try (Simulator simulator = Simulators.start(scenario);
                CloseableHttpClient client = HttpClients.custom()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setDefaultConnectionConfig(config)
                                .build())
                        .disableAutomaticRetries()
                        .disableContentCompression()
                        .build()) {
            HttpGet request = new HttpGet(simulator.baseUrl() + "/users?count=5");
            request.setHeader("Accept", "application/json");
            request.setHeader("Authorization", "Bearer " + simulator.token());
            return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
        }
    }
}
