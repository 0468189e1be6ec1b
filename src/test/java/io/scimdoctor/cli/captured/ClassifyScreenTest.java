package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import org.junit.jupiter.api.Test;

/** A single answer on the screen holds what its steps speak of. */
final class ClassifyScreenTest {
    @Test
    void every_scheme_that_a_proxy_asks_for_is_named() {
        String answer = """
                HTTP/1.1 407 Proxy Authentication Required
                Proxy-Authenticate: Negotiate
                Proxy-Authenticate: NTLM
                Content-Type: text/html

                <html><body>Sign in</body></html>
                """;

        CommandRun run = CommandRun.with().in(answer).run("classify", "-");

        assertThat(run.out()).contains("proxy asks for  Negotiate, NTLM\n", "[proxy-auth]");
    }

    @Test
    void a_token_that_was_sent_and_did_not_arrive_was_probably_lost_in_between() {
        String answer = """
                HTTP/1.1 401 Unauthorized
                Content-Type: application/json

                {"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}
                """;
        String request = "GET /rp/scim/users HTTP/1.1\nHost: graph.microsoft.com\n";

        CommandRun sent = CommandRun.with()
                .in(request + "Authorization: Bearer x.y.z\n\n" + answer)
                .run("classify", "-");
        CommandRun none =
                CommandRun.with().in(request + "Accept: */*\n\n" + answer).run("classify", "-");

        assertThat(sent.out())
                .contains(" (likely)  [token-missing]\nWho   Network team\n", "removes the Authorization header");
        assertThat(none.out()).contains("service  [token-missing]\nWho   Application owner\n");
    }

    @Test
    void a_list_says_a_heading_once_and_ends_a_long_sentence_behind_a_word() {
        String page = "HTTP/1.1 403 Forbidden\nContent-Type: text/html\n\n<html><head><title>Access Denied by policy"
                + "</title></head><body><h1>Access Denied by policy</h1><p>"
                + "The category of this page is blocked. ".repeat(4)
                + "</p></body></html>\n";

        CommandRun run = CommandRun.with()
                .in(page + "\n" + page.replace("403 Forbidden", "407 Authenticate"))
                .run("classify", "-");

        assertThat(run.out())
                .contains("\"Access Denied by policy The category", "classify FILE:1 ")
                .doesNotContain("policy Access Denied", "Th…");
    }
}
