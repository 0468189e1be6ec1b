package io.scimdoctor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules at work in the other commands. */
final class LintServesTest {
    private static final String GENERAL = "{\\\"schemas\\\":[\\\"urn:ietf:params:scim:api:messages:2.0:Error\\\"],"
            + "\\\"detail\\\":\\\"Request is not valid.\\\",\\\"status\\\":\\\"400\\\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET   | /groups?count=1001 | | count-invalid | count-above-maximum",
                "GET   | /users?filter=userName%20co%20%22a%22 | | filter-unsupported | filter-operator",
                "GET   | /groups?attributes=titel | | attribute-selection-invalid | attributes-unknown",
                "PATCH | /users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11 | {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'replace','path':'active','value':'x'}]} | value-invalid | value-type",
                "PATCH | /users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11 | {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'replace','path':'password','value':'x'}]} | bad-request | patch-password",
                "POST  | /groups | {'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group']} | required-attribute-missing | group-required",
            })
    void a_general_refusal_is_narrowed_to_the_broken_rule(
            String method, String path, String body, String condition, String rule) {
        String content = body == null ? "null" : "\"" + body.replace("'", "\\\"") + "\"";
        String line = "{\"request\":{\"method\":\"" + method + "\",\"url\":\"https://graph.microsoft.com/rp/scim" + path
                + "\",\"body\":" + content + "},\"status\":400,\"body\":\"" + GENERAL + "\"}";

        CommandRun run = CommandRun.with().in(line).run("classify", "-o", "json");

        assertThat(run.out()).contains("\"id\": \"" + condition + "\"").contains(rule + ": ");
    }

    @Test
    void a_url_with_a_filter_is_that_of_a_get_when_the_client_prints_no_method() {
        String text = "requests.exceptions.HTTPError: 400 Client Error: Bad Request for url:"
                + " https://graph.microsoft.com/rp/scim/Users?filter=displayName%20co%20%22smith%22\n"
                + "{'schemas': ['urn:ietf:params:scim:api:messages:2.0:Error'], 'status': '400',"
                + " 'detail': 'Filter is not supported.'}\n";

        CommandRun run = CommandRun.with().in(text).run("classify", "-o", "json");

        assertThat(run.out()).contains("filter-withdrawn: users cannot be filtered by displayName");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"passwordProfile | 'password' is required", "mailNickname | The request lacks a required attribute"
            })
    void a_rule_about_another_attribute_than_the_answer_names_explains_nothing(String named, String headline) {
        String line =
                "{\"request\":{\"method\":\"POST\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"body\":"
                        + "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"x\"}},\"status\":400,\"body\":"
                        + "\"" + GENERAL.replace("Request is not valid", "Property " + named + " is required") + "\"}";

        CommandRun run = CommandRun.with().in(line).run("classify");

        assertThat(run.out()).startsWith("FAIL  " + headline);
    }

    @Test
    void a_request_that_keeps_the_rules_leaves_a_general_refusal_general() {
        String line = "{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users?count=1\"},"
                + "\"status\":400,\"body\":\"" + GENERAL + "\"}";

        CommandRun run = CommandRun.with().in(line).run("classify", "-o", "json");

        assertThat(run.out()).contains("\"id\": \"bad-request\"").doesNotContain("breaks rule");
    }

    @Test
    void a_character_that_nobody_sees_is_told_by_its_number() {
        CommandRun run = CommandRun.of("lint", "filter", "active\u001B eq true");

        assertThat(run.out()).contains("the character U+001B has no meaning");
    }

    @Test
    void a_filter_that_breaks_a_rule_is_not_sent() {
        CommandRun run =
                CommandRun.with().realClock().run("check", "--simulate", "--filter", "userName eq 'ana'", "-o", "json");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(run.out())
                .contains("filter-quotes")
                .contains("configuration.filter")
                .doesNotContain("\"id\": \"filter\"");
    }
}
