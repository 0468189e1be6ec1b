package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Tests that mostly wait do so side by side.
class FaultTest {
    private static final Duration SHORT = Duration.ofMillis(250);
    /** Within this the first bytes arrive also on a busy machine. */
    private static final Duration LONGER = Duration.ofSeconds(2);

    @Test
    void an_unknown_name_is_a_dns_failure() {
        Exchange exchange = Calls.get("https://no-such-host.invalid/rp/scim/Users?secret=1");

        Unanswered failure = Calls.failure(exchange);
        assertThat(failure.fault()).isEqualTo(TransportFault.DNS_FAILURE);
        assertThat(failure.detail()).contains("no-such-host.invalid").doesNotContain("secret");
        assertThat(exchange.attempts())
                .singleElement()
                .satisfies(a -> assertThat(a.status()).isNull());
    }

    @Test
    void a_port_where_nothing_listens_refuses_the_connection() throws IOException {
        Exchange exchange = Calls.get("http://127.0.0.1:" + unusedPort() + "/");

        assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.CONNECTION_REFUSED);
        assertThat(exchange.trace().address()).startsWith("127.0.0.1:");
        assertThat(exchange.trace().phases().connect()).isNull();
    }

    @Test
    void a_listener_that_never_accepts_is_a_connect_timeout() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();

            Exchange exchange =
                    Calls.get("http://127.0.0.1:" + full.getLocalPort() + "/", s -> s.connectTimeout(SHORT));

            assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.CONNECT_TIMEOUT);
        }
    }

    @Test
    void silence_after_the_request_is_a_response_timeout() throws IOException {
        try (RawServer server = RawServer.stalling("")) {
            Unanswered failure = Calls.failure(Calls.get(server.url("/?q=secret"), s -> s.requestTimeout(SHORT)));

            assertThat(failure.fault()).isEqualTo(TransportFault.RESPONSE_TIMEOUT);
            assertThat(failure.detail()).contains("not a single byte").doesNotContain("secret");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void silence_within_the_header_is_a_response_timeout() throws IOException {
        try (RawServer server = RawServer.stalling("HTTP/1.1 200 OK\r\nContent-")) {
            Unanswered failure = Calls.failure(Calls.get(server.url("/"), s -> s.requestTimeout(LONGER)));

            assertThat(failure.fault()).isEqualTo(TransportFault.RESPONSE_TIMEOUT);
            assertThat(failure.detail()).contains("25 bytes");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void silence_within_the_body_is_a_stalled_body() throws IOException {
        try (RawServer server = RawServer.stalling("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"")) {
            Unanswered failure = Calls.failure(Calls.get(server.url("/"), s -> s.requestTimeout(LONGER)));

            assertThat(failure.fault()).isEqualTo(TransportFault.STALLED_BODY);
            assertThat(failure.detail()).contains("status 200", "4 bytes").doesNotContain("\"a\"");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", "X-A"})
    void what_never_ends_is_given_up_although_something_always_comes(String again) throws IOException {
        try (RawServer server = RawServer.start((s, socket) -> {
            s.readRequest(socket);
            RawServer.write(socket, again.startsWith("X") ? "HTTP/1.1 200 OK\r\n\r\n" : "");
            while (!s.isReleased()) {
                RawServer.write(socket, again);
                pause();
            }
        })) {
            Unanswered failure =
                    Calls.failure(Calls.get(server.url("/"), s -> s.requestTimeout(Duration.ofMillis(100))));

            assertThat(failure.fault()).isIn(TransportFault.RESPONSE_TIMEOUT, TransportFault.STALLED_BODY);
        }
    }

    @Test
    void a_second_answer_to_one_request_is_no_answer_to_the_next() throws IOException {
        try (RawServer server = RawServer.keepingAlive(Calls.OK + "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
                Transport transport = new ApacheTransport(Calls.settings().build())) {
            for (int i = 0; i < 3; i++) {
                Exchange exchange = transport.send(SentRequest.get(server.url("/"), Headers.NONE));

                assertThat(Calls.answer(exchange).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_connection_closed_without_a_byte_is_an_empty_reply() throws IOException {
        try (RawServer server = RawServer.answering("")) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).fault()).isEqualTo(TransportFault.EMPTY_REPLY);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void a_reset_before_the_answer_is_a_connection_reset() throws IOException {
        try (RawServer server = RawServer.start((s, socket) -> {
            s.readRequest(socket);
            reset(socket);
        })) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).fault()).isEqualTo(TransportFault.CONNECTION_RESET);
        }
    }

    @Test
    void a_body_that_ends_too_early_is_a_truncated_body() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 403 No\r\nContent-Length: 100\r\n\r\n{\"schemas\":[]}")) {
            Unanswered failure = Calls.failure(Calls.get(server.url("/")));

            assertThat(failure.fault()).isEqualTo(TransportFault.TRUNCATED_BODY);
            assertThat(failure.detail()).contains("status 403", "14 bytes");
        }
    }

    @Test
    void chunks_that_end_too_early_are_a_truncated_body() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n6\r\nab")) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).fault()).isEqualTo(TransportFault.TRUNCATED_BODY);
        }
    }

    @Test
    void chunks_without_a_size_are_a_malformed_response() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\nworld\r\n")) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).fault()).isEqualTo(TransportFault.MALFORMED_RESPONSE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "garbage without an end",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "\u0015\u0003\u0001\u0000\u0002\u0002P"
            })
    void an_answer_that_is_not_http_is_a_malformed_response(String garbage) throws IOException {
        try (RawServer server = RawServer.answering(garbage)) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).fault()).isEqualTo(TransportFault.MALFORMED_RESPONSE);
        }
    }

    @Test
    void a_server_that_drips_is_cut_off_at_the_deadline() throws IOException {
        RawServer.Handler drip = (server, socket) -> {
            server.readRequest(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            while (!server.isReleased()) {
                RawServer.write(socket, "x");
                pause();
            }
        };
        try (RawServer server = RawServer.start(drip)) {
            Instant deadline = Instant.now().plusMillis(400);

            Exchange exchange = Calls.get(server.url("/"), s -> s.deadline(deadline));

            assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.DEADLINE_EXCEEDED);
            assertThat(exchange.trace().phases().total()).isBetween(SHORT, Duration.ofSeconds(2));
        }
    }

    @Test
    void after_the_deadline_nothing_is_sent() throws IOException {
        try (RawServer server = RawServer.answering(Calls.OK)) {
            Exchange exchange =
                    Calls.get(server.url("/"), s -> s.deadline(Instant.now().minusSeconds(1)));

            assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.DEADLINE_EXCEEDED);
            assertThat(exchange.attempts()).isEmpty();
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void an_interrupt_ends_a_waiting_call_and_is_kept() throws Exception {
        try (RawServer server = RawServer.stalling("");
                Transport transport = new ApacheTransport(Calls.settings().build())) {
            CompletableFuture<Unanswered> outcome = new CompletableFuture<>();
            CountDownLatch stillInterrupted = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                outcome.complete(Calls.failure(transport.send(SentRequest.get(server.url("/"), Headers.NONE))));
                if (Thread.currentThread().isInterrupted()) {
                    stillInterrupted.countDown();
                }
            });
            caller.start();
            awaitRequest(server);

            caller.interrupt();

            assertThat(stillInterrupted.await(2, TimeUnit.SECONDS)).isTrue();
            Unanswered failure = outcome.get(2, TimeUnit.SECONDS);
            assertThat(failure.fault()).isEqualTo(TransportFault.DEADLINE_EXCEEDED);
            assertThat(failure.detail()).contains("interrupted");
        }
    }

    @Test
    void closing_the_transport_ends_a_waiting_call() throws Exception {
        try (RawServer server = RawServer.stalling("")) {
            Transport transport = new ApacheTransport(Calls.settings().build());
            CompletableFuture<Unanswered> outcome = new CompletableFuture<>();
            Thread caller = new Thread(() ->
                    outcome.complete(Calls.failure(transport.send(SentRequest.get(server.url("/"), Headers.NONE)))));
            caller.start();
            awaitRequest(server);

            transport.close();

            assertThat(outcome.get(2, TimeUnit.SECONDS).fault()).isEqualTo(TransportFault.DEADLINE_EXCEEDED);
            assertThatThrownBy(() -> transport.send(SentRequest.get(server.url("/"), Headers.NONE)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static void awaitRequest(RawServer server) {
        while (server.heads().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
