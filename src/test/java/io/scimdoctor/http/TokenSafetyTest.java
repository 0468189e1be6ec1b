package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.exchange.Unanswered;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSafetyTest {
    private static final Headers TOKEN = Headers.of("authorization", "Bearer sesame");
    private static final TokenGuard GUARD = new TokenGuard(Set.of("proxy.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/rp/scim/Users",
                "https://GRAPH.microsoft.com:443/rp/scim/Users",
                "https://graph.microsoft.us/",
                "https://dod-graph.microsoft.us/",
                "https://microsoftgraph.chinacloudapi.cn/",
                "https://login.microsoftonline.com/t/oauth2/v2.0/token",
                "https://login.partner.microsoftonline.cn/",
                "http://localhost:8080/",
                "http://127.9.9.9/",
                "https://[::1]:8443/",
                "https://proxy.example/"
            })
    void a_token_goes_to_microsoft_to_loopback_and_to_named_hosts(String url) {
        assertThat(GUARD.objection(SentRequest.get(url, TOKEN), Target.parse(url)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.microsoft.com/",
                "http://proxy.example/",
                "https://graph.microsoft.com.evil.example/",
                "https://graph.microsoft.com@evil.example/",
                "https://evilgraph.microsoft.com/",
                "https://login.microsoftonline.evil.example/",
                "https://login.microsoftonline.xyz/",
                "https://127.0.0.1.evil.example/",
                "https://evil.example/?https://graph.microsoft.com/",
                "https://sub.proxy.example/",
                "http://10.0.0.1/"
            })
    void a_token_goes_nowhere_else(String url) {
        assertThat(GUARD.objection(SentRequest.get(url, TOKEN), Target.parse(url)))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("sesame"));
    }

    @ParameterizedTest
    @CsvSource({"client_secret=a&x=1", "client_assertion=ey"})
    void a_client_secret_is_kept_like_a_token(String body) {
        SentRequest request = new SentRequest("POST", "https://evil.example/", Headers.NONE, body);

        assertThat(GUARD.objection(request, Target.parse(request.url()))).isPresent();
        assertThat(new TokenGuard(Set.of())
                        .objection(request, Target.parse("https://login.microsoftonline.com/t/oauth2/v2.0/token")))
                .isEmpty();
    }

    @Test
    void a_request_without_a_credential_may_go_anywhere() {
        SentRequest request = SentRequest.get("http://evil.example/", Headers.of("Accept", "*/*"));

        assertThat(GUARD.objection(request, Target.parse(request.url()))).isEmpty();
    }

    @Test
    void a_withheld_token_means_that_nothing_was_tried() {
        Exchange exchange = Calls.send(SentRequest.get("https://no-such-host.invalid/?q=1", TOKEN), s -> s);

        Unanswered failure = Calls.failure(exchange);
        assertThat(failure.fault()).isEqualTo(TransportFault.TOKEN_WITHHELD);
        assertThat(failure.detail()).contains("no-such-host.invalid").doesNotContain("sesame", "q=1");
        assertThat(exchange.attempts()).isEmpty();
    }

    @Test
    void a_redirect_to_another_host_is_reported_by_scheme_and_host_alone() throws IOException {
        try (RawServer server = RawServer.answering(redirect("https://user:pw@portal.example/login?ticket=abc"))) {
            Unanswered failure = Calls.failure(Calls.send(SentRequest.get(server.url("/"), TOKEN), s -> s));

            assertThat(failure.fault()).isEqualTo(TransportFault.REDIRECT_OTHER_HOST);
            assertThat(failure.detail())
                    .contains("https://portal.example;", "302")
                    .doesNotContain("ticket", "pw");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "elsewhere", "http://127.0.0.1/x", "//127.0.0.1:9/", "http:///", "%%%"})
    void a_redirect_to_the_same_host_is_an_answer_and_is_not_followed(String location) throws IOException {
        try (RawServer server = RawServer.answering(redirect(location))) {
            assertThat(Calls.answer(Calls.get(server.url("/"))).status()).isEqualTo(302);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void a_redirect_without_a_scheme_may_still_leave_the_host() throws IOException {
        try (RawServer server = RawServer.answering(redirect("//portal.example/"))) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).detail()).contains("http://portal.example;");
        }
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
