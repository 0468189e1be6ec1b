package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.http.tls.CaCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    @TempDir
    static Path folder;

    private static Path good;
    private static Path goodPem;
    private static Path expired;

    @BeforeAll
    static void makeCertificates() throws Exception {
        Certificates certificates = new Certificates(folder);
        good = certificates.create("good", "-ext", "san=dns:localhost", "-ext", "bc:c");
        goodPem = certificates.pem("good");
        expired = certificates.createSigned(
                "expired", "good", "-ext", "san=dns:localhost", "-startdate", "-30d", "-validity", "9");
    }

    @Test
    void a_certificate_that_the_user_named_is_trusted() throws Exception {
        try (RawServer server = secure(good, s -> {})) {
            Exchange exchange = get(server, trusting(goodPem));

            assertThat(Calls.answer(exchange).status()).isEqualTo(200);
            assertThat(exchange.trace().tlsProtocol()).isEqualTo("TLSv1.3");
            assertThat(exchange.trace().tlsIssuer()).isEqualTo("CN=good, O=Example, Ltd");
            assertThat(exchange.trace().phases().tls()).isNotNull();
        }
    }

    @Test
    void a_directory_of_certificates_is_trusted_and_junk_in_it_is_passed_over() throws Exception {
        Path directory = Files.createDirectory(folder.resolve("certs"));
        Files.copy(goodPem, directory.resolve("abcd1234.0"));
        Files.writeString(directory.resolve("README"), "nothing");
        try (RawServer server = secure(good, s -> {})) {
            CaCertificates paths = CaCertificates.from(Map.of("SSL_CERT_DIR", directory.toString()), List.of());

            assertThat(Calls.answer(get(server, s -> s.caCertificates(paths))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_file_without_certificates_is_named() throws Exception {
        Path missing = folder.resolve("missing.pem");
        try (RawServer server = secure(good, s -> {})) {
            Unanswered failure = Calls.failure(get(server, trusting(missing)));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_FAILURE);
            assertThat(failure.detail()).contains("missing.pem");
        }
    }

    @Test
    void a_file_that_is_not_there_is_named_even_where_it_would_not_be_needed() throws Exception {
        try (RawServer server = secure(good, s -> {})) {
            CaCertificates paths = named(goodPem, folder.resolve("missing.pem"));

            Unanswered failure = Calls.failure(get(server, s -> s.caCertificates(paths)));

            assertThat(failure.detail()).contains("missing.pem");
        }
    }

    @Test
    void a_file_that_is_not_needed_is_not_read() throws Exception {
        Path junk = Files.writeString(folder.resolve("junk.pem"), "nothing");
        try (RawServer server = secure(good, s -> {})) {
            CaCertificates paths = named(goodPem, junk);

            assertThat(Calls.answer(get(server, s -> s.caCertificates(paths))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_file_that_is_needed_and_holds_nothing_is_named() throws Exception {
        Path junk = Files.writeString(folder.resolve("empty.pem"), "nothing");
        try (RawServer server = secure(good, s -> {})) {
            Unanswered failure = Calls.failure(get(server, trusting(junk)));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_FAILURE);
            assertThat(failure.detail()).contains("empty.pem");
        }
    }

    @Test
    void a_reused_connection_still_knows_its_issuer() throws Exception {
        RawServer.Handler keepAlive = (server, socket) -> {
            while (!server.readRequest(socket).isEmpty()) {
                RawServer.write(socket, Calls.OK);
            }
        };
        try (RawServer server = new RawServer(listener(good, s -> {}), keepAlive);
                Transport transport = new ApacheTransport(
                        trusting(goodPem).apply(Calls.settings()).build())) {
            transport.send(SentRequest.get(url(server), Headers.NONE));

            Exchange second = transport.send(SentRequest.get(url(server), Headers.NONE));

            assertThat(second.trace().phases().tls()).isNull();
            assertThat(second.trace().tlsIssuer()).isEqualTo("CN=good, O=Example, Ltd");
        }
    }

    @Test
    void an_unknown_issuer_is_untrusted_and_still_named() throws Exception {
        try (RawServer server = secure(good, s -> {})) {
            Exchange exchange = get(server, s -> s);

            assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.TLS_UNTRUSTED);
            assertThat(exchange.trace().tlsIssuer()).isEqualTo("CN=good, O=Example, Ltd");
        }
    }

    @Test
    void an_insecure_transport_takes_any_certificate() throws Exception {
        for (Path store : List.of(good, expired)) {
            try (RawServer server = secure(store, s -> {})) {
                assertThat(Calls.answer(get(server, s -> s.insecure(true))).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_certificate_for_another_host_is_a_mismatch() throws Exception {
        try (RawServer server = secure(good, s -> {})) {
            String url = "https://127.0.0.1:" + server.port() + "/";

            Unanswered failure = Calls.failure(Calls.get(url, trusting(goodPem)));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_HOSTNAME_MISMATCH);
            assertThat(failure.detail()).contains("It is for localhost.");
        }
    }

    @Test
    void a_certificate_past_its_date_has_expired() throws Exception {
        try (RawServer server = secure(expired, s -> {})) {
            assertThat(Calls.failure(get(server, trusting(goodPem))).fault()).isEqualTo(TransportFault.TLS_EXPIRED);
        }
    }

    @Test
    void a_certificate_that_is_expired_and_unknown_is_both() throws Exception {
        try (RawServer server = secure(expired, s -> {})) {
            Unanswered failure = Calls.failure(get(server, s -> s));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_EXPIRED);
            assertThat(failure.detail()).contains("it was valid until 20", "not trusted either", "issued by CN=good");
        }
    }

    @Test
    void a_certificate_before_its_date_says_from_when_it_is_valid() throws Exception {
        Path early = new Certificates(folder).create("early", "-ext", "san=dns:localhost", "-startdate", "+30d");
        try (RawServer server = secure(early, s -> {})) {
            Unanswered failure = Calls.failure(get(server, s -> s));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_EXPIRED);
            assertThat(failure.detail()).contains("is not valid before 20", "It is for localhost.");
        }
    }

    @Test
    void an_untrusted_certificate_says_until_when_it_would_be_valid() throws Exception {
        try (RawServer server = secure(good, s -> {})) {
            assertThat(Calls.failure(get(server, s -> s)).detail()).contains("is not trusted", "is valid until 20");
        }
    }

    @Test
    void a_server_with_old_versions_alone_has_no_protocol_in_common() throws Exception {
        try (RawServer server = RawServer.start((s, socket) -> {
            socket.getInputStream().read(new byte[5]);
            // A fatal alert: protocol_version (RFC 8446, section 6).
            socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 70});
            socket.getInputStream().readAllBytes();
        })) {
            assertThat(Calls.failure(get(server, s -> s)).fault()).isEqualTo(TransportFault.TLS_PROTOCOL);
        }
    }

    @Test
    void a_server_that_asks_for_a_client_certificate_is_recognised() throws Exception {
        try (RawServer server = secure(good, s -> s.setNeedClientAuth(true))) {
            assertThat(Calls.failure(get(server, trusting(goodPem))).fault())
                    .isEqualTo(TransportFault.TLS_CLIENT_CERTIFICATE);
        }
    }

    @Test
    void a_port_that_speaks_plain_http_is_no_tls() throws Exception {
        try (RawServer server = RawServer.start((s, socket) -> {
            socket.getInputStream().read(new byte[1]);
            RawServer.write(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket.getInputStream().readAllBytes();
        })) {
            Unanswered failure = Calls.failure(get(server, s -> s));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_FAILURE);
            assertThat(failure.detail()).contains("plain HTTP");
        }
    }

    @Test
    void a_peer_that_hangs_up_during_the_handshake_is_a_tls_failure() throws Exception {
        try (RawServer server = RawServer.start((s, socket) -> {
            byte[] hello = new byte[4096];
            assertThat(socket.getInputStream().read(hello)).isPositive();
        })) {
            Unanswered failure = Calls.failure(get(server, s -> s));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_FAILURE);
            assertThat(failure.detail()).contains("closed the connection");
        }
    }

    @ParameterizedTest
    @CsvSource({"40, handshake_failure", "49, access_denied", "70, protocol_version", "112, unrecognized_name"})
    void the_alert_of_the_peer_is_named(int number, String name) throws Exception {
        try (RawServer server = RawServer.start((s, socket) -> {
            assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
            socket.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) number});
        })) {
            assertThat(Calls.failure(get(server, s -> s)).detail()).contains(name);
        }
    }

    @Test
    void a_handshake_without_an_answer_is_a_connect_timeout() throws Exception {
        try (RawServer server = RawServer.start((s, socket) -> s.holdOpen())) {
            Unanswered failure = Calls.failure(get(server, s -> s.connectTimeout(Duration.ofMillis(300))));

            assertThat(failure.fault()).isEqualTo(TransportFault.CONNECT_TIMEOUT);
            assertThat(failure.detail()).contains("TLS handshake");
        }
    }

    @Test
    void an_empty_reply_over_tls_is_an_empty_reply() throws Exception {
        RawServer.Handler silent = (server, socket) -> server.readRequest(socket);
        try (RawServer server = new RawServer(listener(good, s -> {}), silent)) {
            assertThat(Calls.failure(get(server, trusting(goodPem))).fault()).isEqualTo(TransportFault.EMPTY_REPLY);
        }
    }

    private static RawServer secure(Path store, Consumer<SSLServerSocket> change) throws Exception {
        return new RawServer(listener(store, change), (server, socket) -> {
            if (!server.readRequest(socket).isEmpty()) {
                RawServer.write(socket, Calls.OK);
            }
        });
    }

    private static SSLServerSocket listener(Path store, Consumer<SSLServerSocket> change)
            throws IOException, GeneralSecurityException {
        SSLServerSocket listener = (SSLServerSocket)
                Certificates.server(store).createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        change.accept(listener);
        return listener;
    }

    private static UnaryOperator<UsualSettings> trusting(Path pem) {
        return settings -> settings.caCertificates(named(pem));
    }

    private static CaCertificates named(Path... paths) {
        return new CaCertificates(List.of(paths), List.of());
    }

    private static String url(RawServer server) {
        return "https://localhost:" + server.port() + "/";
    }

    private static Exchange get(RawServer server, UnaryOperator<UsualSettings> change) {
        return Calls.get(url(server), change);
    }
}
