package io.scimdoctor.capture.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.rule.LintFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as people paste them out of scripts, with what the shell would have filled in. */
final class RequestTextTest {
    private static final String USER = "https://graph.microsoft.com/rp/scim/users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11";
    private static final String HEADERS =
            " -H 'Accept: application/json' -H 'Content-Type: application/scim+json' -H \"Authorization: Bearer $T\" ";
    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                    + "\"path\":\"active\",\"value\":%s}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl \"$BASE/users?count=1\" -H 'Accept: application/json' -H \"Authorization: Bearer $T\"",
                "curl -X DELETE \"https://graph.microsoft.com/rp/scim/users/$ID\" -H \"Authorization: Bearer $T\"",
                "curl -X DELETE https://graph.microsoft.com/rp/scim/users/${ID} -H \"Authorization: Bearer $T\"",
                "curl -G https://graph.microsoft.com/rp/scim/users --data-urlencode \"filter=$F\" -H @headers.txt",
                "curl \"https://graph.microsoft.com/rp/scim/users?count=$N&filter=$F\" -H @headers.txt",
                "curl -G https://graph.microsoft.com/rp/scim/users --data-urlencode \"filter=id eq \\\"$ID\\\"\" -H @h",
                "curl -X PATCH https://graph.microsoft.com/rp/scim/groups/$ID -H @h -d \"$BODY\"",
                "irm -Method Post -Uri https://graph.microsoft.com/rp/scim/users -Headers $h -Body $body",
                "irm -Method Get -Uri \"$base/users\" -Headers $h"
            })
    void what_a_variable_or_a_file_holds_is_not_held_against_a_command(String command) {
        assertThat(errors(command)).isEmpty();
        assertThat(RequestText.read(command).requests()).hasSize(1);
    }

    @Test
    void a_parameter_of_odata_is_no_variable() {
        assertThat(errors("curl \"https://graph.microsoft.com/rp/scim/users?$filter=id eq 'x'\" -H @h"))
                .contains("query-odata");
    }

    @Test
    void the_quoting_that_browsers_copy_is_taken_off() {
        String body = PATCH.formatted("\"O\\'Neil\\u0021\"");
        String command = "curl '" + USER + "' -X 'PATCH'" + HEADERS + "--data-raw $'" + body + "'";

        assertThat(RequestText.read(command).requests().get(0).request().body())
                .isEqualTo(PATCH.formatted("\"O'Neil!\""));

        String escaped = PATCH.formatted("true").replace("\"", "^\\^\"").replace("{", "^{");
        String windows = "curl ^\"" + USER + "^\" ^\n  -X ^\"PATCH^\" ^\n  --data-raw ^\"" + escaped + "^\"";

        assertThat(RequestText.read(windows).requests().get(0).request().body()).isEqualTo(PATCH.formatted("true"));
    }

    @Test
    void a_body_that_a_collection_takes_out_of_a_file_is_not_looked_into() {
        String collection = "{\"item\":[{\"request\":{\"method\":\"PATCH\",\"url\":\"" + USER
                + "\",\"body\":{\"mode\":\"file\",\"file\":{\"src\":\"a.json\"}}}}]}";

        assertThat(RequestText.read(collection).requests().get(0).skipped()).containsExactly("the body");
    }

    @Test
    void a_here_document_is_the_body() {
        String command = "curl -X PATCH " + USER + HEADERS + "--data-binary @- <<'EOF'\n" + PATCH.formatted("\"no\"")
                + "\nEOF\ncurl -X DELETE " + USER + " -H 'Authorization: Bearer x'\n";

        assertThat(errors(command)).containsExactly("value-type");
        assertThat(RequestText.read(command).requests())
                .extracting(RequestText.Placed::line)
                .containsExactly(1, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$r = Invoke-RestMethod -Uri 'URL?count=0' -Headers $h",
                "R=$(curl -s 'URL?count=0' -H @h)",
                "export T=x && curl 'URL?count=0' -H @h && echo done",
                "TOKEN=abc curl 'URL?count=0' -H @h | jq -X .",
                "curl --proxy-user a:b --unknown-option c:d 'URL?count=0' -H @h"
            })
    void a_command_is_found_behind_what_a_script_writes_before_it(String command) {
        assertThat(errors(command.replace("URL", "https://graph.microsoft.com/rp/scim/users")))
                .containsExactly("count-zero");
    }

    @ParameterizedTest
    @CsvSource({"-u a:b, authorization-scheme", "--user a:b, authorization-scheme", "-s, authorization-missing"})
    void a_user_name_and_password_are_a_wrong_scheme(String option, String rule) {
        assertThat(errors("curl " + option + " " + USER + " -H 'Accept: application/json'"))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch(\n",
                "fetch(]\n",
                "fetch(`\n",
                "irm @{a=(\n",
                "$h = @{\n",
                "GET /users\n{\n",
                "curl '\n",
                "x({[\"$(\n"
            })
    void a_text_that_never_closes_what_it_opens_takes_no_time_for_each_line_anew(String line) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            double growth = Growth.of(12_000, 0, 2.7, lines -> RequestText.read(line.repeat(lines)));
            assertThat(growth).isLessThan(2.7);
        });
    }

    private static List<String> errors(String text) {
        List<String> rules = new ArrayList<>();
        for (RequestText.Placed placed : RequestText.read(text).requests()) {
            List<LintFinding> findings =
                    placed.complete() ? RequestLint.complete(placed.request()) : RequestLint.of(placed.request());
            findings.stream()
                    .filter(LintFinding::isError)
                    .forEach(found -> rules.add(found.rule().id()));
        }
        return rules;
    }
}
