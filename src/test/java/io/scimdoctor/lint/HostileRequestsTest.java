package io.scimdoctor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.Generated;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.lint.body.PayloadLint;
import io.scimdoctor.lint.rule.Correction;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.ResourceKind;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** No text makes the rules fail, hang or point outside of it. */
final class HostileRequestsTest {
    private static final String SIGNS = "{}[]\",:'\\ \n%22%20+#&=?/()eqandor\u00e4\ud83d\ude00\u0000";

    @Test
    void damaged_requests_are_judged_like_others() {
        List<SentRequest> requests = new ArrayList<>();
        for (JsonNode example : Requests.resource("rule/examples.json")) {
            requests.add(Requests.of(example.path("bad")));
            requests.add(Requests.of(example.path("good")));
        }
        Gen<SentRequest> damaged = chance -> {
            SentRequest request = requests.get(Generated.below(chance, requests.size()));
            String body = request.body();
            return new SentRequest(
                    request.method(),
                    damaged(String.valueOf(request.url())).generate(chance),
                    request.headers(),
                    body == null ? null : damaged(body).generate(chance));
        };

        Generated.values(5_000)
                .withTestingTime(4, TimeUnit.SECONDS)
                .forAll(damaged)
                .checkAssert(request -> {
                    List<LintFinding> findings = RequestLint.complete(request);

                    for (LintFinding finding : findings) {
                        assertThat(finding.place().start()).isNotNegative();
                        if (finding.place().part() == Place.Part.URL) {
                            int length = String.valueOf(request.url()).length();
                            assertThat(finding.place().end())
                                    .isBetween(finding.place().start(), length);
                        }
                    }
                    assertThat(Correction.of(request, findings)).isNotNull();
                });
    }

    private static Gen<String> damaged(String text) {
        return Generated.damaged(chance -> text, SIGNS, 4);
    }

    @Test
    void depth_and_length_are_no_danger() throws IOException {
        assertThat(ids("[".repeat(100_000))).contains("json-syntax");
        assertThat(ids("{\"a\":".repeat(100_000))).contains("json-syntax");
        assertThat(ids("{\"userName\":\"" + "x".repeat(3_000_000) + "\"}")).contains("user-required");
        assertThat(FilterLint.of(io.scimdoctor.scim.ResourceKind.USERS, "not(".repeat(200_000)))
                .isNotEmpty();
        assertThat(FilterLint.of(io.scimdoctor.scim.ResourceKind.USERS, "a eq ".repeat(200_000)))
                .isNotEmpty();
        assertThat(RequestLint.query(
                        "%".repeat(300_000) + "=" + "&".repeat(300_000), io.scimdoctor.scim.ResourceKind.USERS))
                .isNotEmpty();
    }

    @Test
    void a_long_list_of_operations_is_judged_to_its_end() {
        StringBuilder body = new StringBuilder(
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[\n");
        for (int i = 0; i < 50_000; i++) {
            body.append("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"},\n");
        }
        body.append("{\"op\":\"replace\",\"path\":\"password\",\"value\":\"x\"}]}");

        List<LintFinding> findings = new PayloadLint(true, ResourceKind.USERS).check(body.toString());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("patch-password");
            assertThat(finding.place().line()).isEqualTo(50_002);
            assertThat(finding.place().column()).isEqualTo(24);
        });
    }

    @Test
    void each_payload_of_a_list_is_judged_for_itself() throws IOException {
        String text = "[{\"displayName\":\"a\"},\n {}]";
        List<Integer> lines = new ArrayList<>();

        new PayloadLint(false, ResourceKind.GROUPS).read(new StringReader(text), (line, findings) -> lines.add(line));

        assertThat(lines).containsExactly(1, 2);
    }

    private static List<String> ids(String body) {
        return Requests.ids(new PayloadLint(false, ResourceKind.USERS).check(body));
    }
}
