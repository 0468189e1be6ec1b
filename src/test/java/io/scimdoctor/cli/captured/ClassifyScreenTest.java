package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.cli.CommandRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Privileged Role Administrator | Grant the role that the call needs, as Privileged Role",
                "Blocked by a Conditional Access policy | Identity administrator | Look in the sign-in logs of the",
                "The tenant is disabled | Identity administrator | Look in the sign-in logs of the",
            })
    void who_can_take_the_first_step_against_a_bare_refusal_is_named(String words, String who, String first) {
        String answer = """
                HTTP/1.1 403 Forbidden
                Content-Type: application/json
                request-id: b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b

                """;
        String body = words.isEmpty() ? "" : "{\"error\":{\"code\":\"Denied\",\"message\":\"" + words + "\"}}\n";

        CommandRun run = CommandRun.with().in(answer + body).run("classify", "-");

        assertThat(run.out()).contains("[access-denied]\nWho   " + who + "\n", "Fix   1  " + first);
    }

    @Test
    void a_permission_that_the_token_holds_is_not_granted_again() {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate=access-denied");

        assertThat(run.out())
                .contains("[access-denied]\nWho   Identity administrator, ", "Fix   1  Look in the sign-in logs")
                .doesNotContain("Grant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target-is-administrator | Assign a directory role",
                "feature-not-enabled | Link an Azure subscription",
                "reference-not-found | Remove 00000000-5c1d-4000-8000-000000000000 from the request",
                "not-a-member | Treat the answer as success",
                "id-not-guid | Search for the object with a filter",
                "AADSTS53003 | Allow the application in the Conditional Access policy",
                "claims-challenge | Allow the location of the application",
                "bad-request | Check the request with scimdoctor lint",
            })
    void the_first_step_is_what_mends_it_and_no_search_for_what_is_known(String scenario, String first) {
        CommandRun run = CommandRun.with().realClock().run("check", "--simulate=" + scenario);

        assertThat(run.out()).contains("Fix   1  " + first);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | users/jane.doe@contoso.com | | Invalid object identifier 'jane.doe@contoso.com'. "
                        + "| az ad user show --id jane.doe@contoso.com --query id -o tsv",
                "POST | users | {\"userName\":\"jane.doe@contoso.com\"} "
                        + "| Another object with the same value for property userPrincipalName already exists. "
                        + "| az ad user show --id jane.doe@contoso.com --query id -o tsv",
                "GET | users?count=0&filter=userName eq \"jane.doe@contoso.com\" | "
                        + "| The value of the 'count' query parameter is not valid. "
                        + "| scimdoctor lint query '/rp/scim/users?count=0&filter=userName%20eq%20%22"
                        + "jane.doe@contoso.com%22' --fix",
                "GET | users?filter=displayName sw \"jane.doe's\" | | The filter 'displayName' is not supported. "
                        + "| scimdoctor lint query '/rp/scim/users?filter=displayName%20sw%20%22jane.doe%27s%22' --fix",
            })
    void a_command_has_the_value_that_the_screen_shows_and_nobody_else_gets_it(
            String method, String path, String body, String detail, String command) {
        ObjectNode capture = JsonNodeFactory.instance.objectNode().put("status", 400);
        capture.put("body", "{\"detail\":\"" + detail + "\"}");
        capture.putObject("request")
                .put("method", method)
                .put("url", "https://graph.microsoft.com/rp/scim/" + path)
                .put("body", body);
        assertThat(CommandRun.with().in(capture.toString()).run("classify", "-").out())
                .contains("\n         " + command + "\n");
        for (String format : List.of("json", "html", "markdown")) {
            assertThat(CommandRun.with()
                            .in(capture.toString())
                            .run("classify", "-", "-o", format)
                            .out())
                    .doesNotContain("jane.doe");
        }
        assertThat(CommandRun.with()
                        .variable("CI", "true")
                        .in(capture.toString())
                        .run("classify", "-")
                        .out())
                .doesNotContain("jane.doe");
    }

    @Test
    void a_path_that_leads_nowhere_is_told_with_the_attribute_at_fault() {
        String answer = """
                {"status":400,"request":{"method":"PATCH",\
                "url":"https://graph.microsoft.com/rp/scim/users/5b0f7c1e-8f0a-4a6e-9f3b-2d1c4e6a7b90",\
                "body":"{\\"schemas\\":[\\"urn:ietf:params:scim:api:messages:2.0:PatchOp\\"],\\"Operations\\":\
                [{\\"op\\":\\"replace\\",\\"path\\":\\"%s\\",\\"value\\":\\"a\\"}]}"},\
                "headers":{"request-id":"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b"},\
                "body":"{\\"detail\\":\\"Wrong path\\",\\"status\\":\\"400\\",\\"scimType\\":\\"invalidPath\\"}"}
                """;

        CommandRun unknown = CommandRun.with().in(answer.formatted("nickname2")).run("classify", "-");
        CommandRun known = CommandRun.with().in(answer.formatted("displayName")).run("classify", "-");

        assertThat(unknown.out())
                .startsWith("FAIL  'nickname2' is not a user attribute (likely)  [path-invalid]")
                .contains("Correct the path of the operation", "attribute-unknown: 'nickname2'");
        assertThat(known.out())
                .contains("Compare the path with the PATCH constraints")
                .doesNotContain("breaks the rule");
    }
}
