package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    @Test
    void only_the_given_fields_and_four_of_its_own_are_sent() throws IOException {
        try (RawServer server = RawServer.answering(Calls.OK)) {
            Headers headers = Headers.of("Authorization", "Bearer t", "client-request-id", "7");

            Calls.send(SentRequest.get(server.url("/rp/scim/Users?count=1"), headers), s -> s);

            assertThat(server.heads().get(0).split("\r\n"))
                    .containsExactly(
                            "GET /rp/scim/Users?count=1 HTTP/1.1",
                            "Host: 127.0.0.1:" + server.port(),
                            "Authorization: Bearer t",
                            "client-request-id: 7",
                            "User-Agent: scimdoctor/test (here; Java 17)",
                            "Accept-Encoding: gzip");
        }
    }

    @Test
    void given_fields_replace_its_own_but_the_length_is_counted() throws IOException {
        try (RawServer server = RawServer.answering(Calls.OK)) {
            Headers headers = Headers.of(
                    "Content-Type",
                    "application/scim+json",
                    "User-Agent",
                    "mine",
                    "accept-encoding",
                    "identity",
                    "Content-Length",
                    "999",
                    "Host",
                    "graph.microsoft.com");

            Calls.send(new SentRequest("POST", server.url("/Users"), headers, "{\"n\":\"é\"}"), s -> s);

            assertThat(server.heads().get(0).split("\r\n"))
                    .containsExactly(
                            "POST /Users HTTP/1.1",
                            "Content-Type: application/scim+json",
                            "User-Agent: mine",
                            "accept-encoding: identity",
                            "Host: graph.microsoft.com",
                            "Content-Length: 10",
                            "",
                            "{\"n\":\"é\"}");
        }
    }

    @Test
    void a_post_without_a_body_says_so() throws IOException {
        try (RawServer server = RawServer.answering(Calls.OK)) {
            Calls.send(new SentRequest("POST", server.url("/x"), Headers.NONE, null), s -> s);

            assertThat(server.heads().get(0)).contains("\r\nContent-Length: 0\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/Users?filter=userName eq \"a\"|/Users?filter=userName%20eq%20%22a%22",
                "/Users?filter=a%20eq%20%2522+b|/Users?filter=a%20eq%20%2522+b",
                "/Users/../x//y/./z?a='b'&c|/Users/../x//y/./z?a='b'&c",
                "/Users?q=é€|/Users?q=%C3%A9%E2%82%AC",
                "?x=1|/?x=1",
                "//double?x=//y:1|//double?x=//y:1",
                "/a%zz{}^|/a%zz{}^",
                "/a#fragment|/a",
            })
    void the_request_line_is_what_was_typed(String typed, String sent) throws IOException {
        try (RawServer server = RawServer.answering(Calls.OK)) {
            Calls.answer(Calls.get(server.url(typed)));

            assertThat(server.heads().get(0)).startsWith("GET " + sent + " HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/Users", "ftp://x/", "https://", "https://a b/", "http://h:99999/", "https://a\\@b/"})
    void a_url_that_leads_nowhere_is_refused(String url) {
        assertThatThrownBy(() -> Calls.get(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_header_with_a_line_break_is_refused_without_its_value() {
        SentRequest request = SentRequest.get("http://127.0.0.1:1/", Headers.of("X-A", "secret\r\nX-B: 1"));

        assertThatThrownBy(() -> Calls.send(request, s -> s))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-A")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_connection_is_used_again_and_its_trace_has_no_connect_phases() throws IOException {
        try (RawServer server = RawServer.keepingAlive(Calls.OK);
                Transport transport = new ApacheTransport(Calls.settings().build())) {
            Exchange first = transport.send(SentRequest.get(server.url("/1"), Headers.NONE));
            Exchange second = transport.send(SentRequest.get(server.url("/2"), Headers.NONE));

            assertThat(server.open()).hasSize(1);
            assertThat(first.trace().phases().resolve()).isNotNull();
            assertThat(first.trace().phases().connect()).isNotNull();
            assertThat(first.trace().phases().tls()).isNull();
            assertThat(second.trace().phases().connect()).isNull();
            assertThat(second.trace().phases().firstByte()).isNotNull();
            assertThat(second.trace().phases().total()).isNotNull();
            assertThat(second.trace().address()).isEqualTo("127.0.0.1:" + server.port());
            assertThat(second.attempts())
                    .singleElement()
                    .satisfies(a -> assertThat(a.status()).isEqualTo(200));
        }
    }

    @Test
    void a_kept_connection_that_the_server_dropped_is_no_finding() throws IOException {
        RawServer.Handler once = (server, socket) -> {
            server.readRequest(socket);
            RawServer.write(socket, Calls.OK);
            if (server.heads().size() == 1) {
                // The second request on this connection is read and never answered.
                server.readRequest(socket);
            }
        };
        try (RawServer server = RawServer.start(once);
                Transport transport = new ApacheTransport(Calls.settings().build())) {
            transport.send(SentRequest.get(server.url("/1"), Headers.NONE));

            Exchange second = transport.send(SentRequest.get(server.url("/2"), Headers.NONE));

            assertThat(Calls.answer(second).status()).isEqualTo(200);
            assertThat(server.heads()).hasSize(3);
        }
    }

    @Test
    void the_wait_that_the_answer_asks_for_is_read() throws IOException {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")) {
            Exchange exchange = Calls.get(server.url("/"));

            assertThat(exchange.attempts().get(0).retryAfter()).hasSeconds(7);
            assertThat(server.heads()).hasSize(1);
        }
    }
}
