package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.http.tls.CaCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {
    @TempDir
    static Path folder;

    private static Path store;
    private static Path pem;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Certificates certificates = new Certificates(folder);
        store = certificates.create("origin", "-ext", "san=dns:localhost,ip:127.0.0.1");
        pem = certificates.pem("origin");
    }

    @Test
    void a_page_in_answer_to_CONNECT_is_no_tunnel() throws Exception {
        String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi";
        try (RawServer proxy = RawServer.answering(page)) {
            Exchange exchange = Calls.get("https://scim.test/Users", via("http://127.0.0.1:" + proxy.port()));

            assertThat(Calls.answer(exchange).status()).isEqualTo(200);
            assertThat(exchange.trace().proxy()).endsWith(Trace.PROXY_ANSWERED);
        }
    }

    @Test
    void https_travels_through_a_tunnel_that_is_used_again() throws Exception {
        try (RawServer origin = secureOrigin();
                RawServer proxy = RawServer.start(ProxyTest::forward);
                Transport transport = new ApacheTransport(via("http://us:sesame@127.0.0.1:" + proxy.port())
                        .apply(Calls.settings())
                        .build())) {
            SentRequest request = SentRequest.get(
                    "https://localhost:" + origin.port() + "/Users", Headers.of("Authorization", "Bearer t"));

            Exchange first = transport.send(request);
            Exchange second = transport.send(request);

            assertThat(Calls.answer(first).status()).isEqualTo(200);
            assertThat(first.trace().proxy()).isEqualTo("http://127.0.0.1:" + proxy.port());
            assertThat(first.trace().tlsProtocol()).isEqualTo("TLSv1.3");
            assertThat(first.trace().phases().tls()).isNotNull();
            assertThat(second.trace().phases().connect()).isNull();
            assertThat(proxy.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head.split("\r\n"))
                            .containsExactly(
                                    "CONNECT localhost:" + origin.port() + " HTTP/1.1",
                                    "Host: localhost:" + origin.port(),
                                    "User-Agent: scimdoctor/test (here; Java 17)",
                                    "Proxy-Authorization: Basic dXM6c2VzYW1l"));
            assertThat(origin.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head).doesNotContain("Proxy-Authorization"));
        }
    }

    @Test
    void a_proxy_that_refuses_the_tunnel_is_heard_and_marked() throws IOException {
        String page = "<html>Blocked by policy</html>";
        try (RawServer proxy = RawServer.answering(
                "HTTP/1.1 403 Forbidden\r\nVia: 1.1 squid\r\nContent-Length: " + page.length() + "\r\n\r\n" + page)) {
            Exchange exchange = Calls.get("https://localhost:1/Users", via("http://127.0.0.1:" + proxy.port()));

            Answered answer = Calls.answer(exchange);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers().first("Via")).hasValue("1.1 squid");
            assertThat(answer.body()).isEqualTo(page);
            assertThat(exchange.trace().proxy()).endsWith(Trace.PROXY_ANSWERED);
            assertThat(exchange.trace().tlsProtocol()).isNull();
        }
    }

    @Test
    void a_proxy_that_wants_a_password_is_heard_and_not_asked_twice() throws IOException {
        try (RawServer proxy = RawServer.answering(
                "HTTP/1.1 407 Denied\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0\r\n\r\n")) {
            Exchange exchange = Calls.get("https://localhost:1/", via("http://127.0.0.1:" + proxy.port()));

            assertThat(Calls.answer(exchange).status()).isEqualTo(407);
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @Test
    void a_portal_instead_of_a_tunnel_is_a_redirect_by_the_proxy() throws IOException {
        try (RawServer proxy = RawServer.answering(
                "HTTP/1.1 302 Found\r\nLocation: http://portal.example/?id=1\r\nContent-Length: 0\r\n\r\n")) {
            Unanswered failure =
                    Calls.failure(Calls.get("https://localhost:1/", via("http://127.0.0.1:" + proxy.port())));

            assertThat(failure.fault()).isEqualTo(TransportFault.REDIRECT_OTHER_HOST);
            assertThat(failure.detail()).contains("the proxy", "http://portal.example;");
        }
    }

    @Test
    void a_proxy_that_does_not_listen_is_unreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Unanswered failure =
                Calls.failure(Calls.get("https://localhost:1/", via("http://us:sesame@127.0.0.1:" + port)));

        assertThat(failure.fault()).isEqualTo(TransportFault.PROXY_UNREACHABLE);
        assertThat(failure.detail())
                .contains("127.0.0.1:" + port + " from --proxy")
                .doesNotContain("sesame");
    }

    @Test
    void a_proxy_whose_name_is_unknown_is_unreachable() {
        Unanswered failure = Calls.failure(Calls.get(
                "https://graph.example/",
                s -> s.proxies(ProxySettings.from(
                        Map.of("HTTPS_PROXY", "http://no-such-proxy.invalid"), null, "--proxy", null))));

        assertThat(failure.fault()).isEqualTo(TransportFault.PROXY_UNREACHABLE);
        assertThat(failure.detail()).contains("no-such-proxy.invalid of the proxy from HTTPS_PROXY ");
    }

    @Test
    void a_proxy_that_keeps_silent_is_a_response_timeout_that_names_it() throws IOException {
        try (RawServer proxy = RawServer.stalling("")) {
            Unanswered failure = Calls.failure(Calls.get(
                    "https://localhost:1/",
                    s -> via("http://127.0.0.1:" + proxy.port()).apply(s).requestTimeout(Duration.ofMillis(250))));

            assertThat(failure.fault()).isEqualTo(TransportFault.RESPONSE_TIMEOUT);
            assertThat(failure.detail()).contains("the proxy 127.0.0.1");
        }
    }

    @Test
    void trouble_behind_the_tunnel_is_not_blamed_on_the_proxy() throws Exception {
        try (RawServer origin = new RawServer(
                        Certificates.server(store).createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        RawServer::readRequest);
                RawServer proxy = RawServer.start(ProxyTest::forward)) {
            Unanswered failure = Calls.failure(
                    Calls.get("https://localhost:" + origin.port() + "/", via("http://127.0.0.1:" + proxy.port())));

            assertThat(failure.fault()).isEqualTo(TransportFault.EMPTY_REPLY);
            assertThat(failure.detail()).startsWith("localhost:" + origin.port());
        }
    }

    @Test
    void plain_http_is_forwarded_with_its_whole_url() throws IOException {
        try (RawServer proxy = RawServer.answering(Calls.OK)) {
            Exchange exchange =
                    Calls.get("http://localhost:81/Users?q=a b", via("http://us:sesame@127.0.0.1:" + proxy.port()));

            assertThat(Calls.answer(exchange).status()).isEqualTo(200);
            assertThat(proxy.heads().get(0))
                    .startsWith("GET http://localhost:81/Users?q=a%20b HTTP/1.1\r\nHost: localhost:81\r\n")
                    .contains("\r\nProxy-Authorization: Basic dXM6c2VzYW1l\r\n");
        }
    }

    @Test
    void a_proxy_may_be_spoken_to_over_tls() throws Exception {
        try (RawServer origin = secureOrigin();
                RawServer proxy = new RawServer(
                        Certificates.server(store).createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        ProxyTest::forward)) {
            Exchange exchange =
                    Calls.get("https://localhost:" + origin.port() + "/", via("https://127.0.0.1:" + proxy.port()));

            assertThat(Calls.answer(exchange).status()).isEqualTo(200);
        }
    }

    private static UnaryOperator<UsualSettings> via(String url) {
        return settings -> settings.proxies(ProxySettings.from(Map.of(), url, "--proxy", null))
                .caCertificates(new CaCertificates(List.of(pem), List.of()));
    }

    private static RawServer secureOrigin() throws Exception {
        return new RawServer(
                Certificates.server(store).createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                (server, socket) -> {
                    while (!server.readRequest(socket).isEmpty()) {
                        RawServer.write(socket, Calls.OK);
                    }
                });
    }

    /** A proxy that grants every tunnel. */
    private static void forward(RawServer server, Socket client) throws IOException {
        String port = server.readRequest(client).split("[: ]")[2];
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            RawServer.write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = new Thread(() -> copy(target, client));
            back.setDaemon(true);
            back.start();
            copy(client, target);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One end has gone; so does the tunnel.
        }
    }
}
