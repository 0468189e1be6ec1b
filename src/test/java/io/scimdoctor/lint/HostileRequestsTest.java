package io.scimdoctor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.lint.body.PayloadLint;
import io.scimdoctor.lint.rule.Correction;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No text makes the rules fail, hang or point outside of it. */
final class HostileRequestsTest {
    private static final String SIGNS = "{}[]\",:'\\ \n%22%20+#&=?/()eqandor\u00e4\ud83d\ude00\u0000";

    @Test
    void damaged_requests_are_judged_like_others() {
        Random random = new Random(11);
        List<SentRequest> requests = new ArrayList<>();
        for (JsonNode example : Requests.resource("rule/examples.json")) {
            requests.add(Requests.of(example.path("bad")));
            requests.add(Requests.of(example.path("good")));
        }
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();

        for (int i = 0; i < 20_000 && System.nanoTime() < end; i++) {
            SentRequest request = requests.get(random.nextInt(requests.size()));
            String url = damaged(random, String.valueOf(request.url()));
            String body = request.body() == null ? null : damaged(random, request.body());
            SentRequest damaged = new SentRequest(request.method(), url, request.headers(), body);

            List<LintFinding> findings = RequestLint.complete(damaged);

            for (LintFinding finding : findings) {
                assertThat(finding.place().start()).isNotNegative();
                if (finding.place().part() == Place.Part.URL) {
                    assertThat(finding.place().end()).isBetween(finding.place().start(), url.length());
                }
            }
            assertThat(Correction.of(damaged, findings)).isNotNull();
        }
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

        List<LintFinding> findings = new PayloadLint(PayloadLint.Content.USER_PATCH).check(body.toString());

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

        new PayloadLint(PayloadLint.Content.GROUP).read(new StringReader(text), (line, findings) -> lines.add(line));

        assertThat(lines).containsExactly(1, 2);
    }

    private static List<String> ids(String body) {
        return Requests.ids(new PayloadLint(PayloadLint.Content.USER).check(body));
    }

    private static String damaged(Random random, String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int changes = random.nextInt(4); changes >= 0 && damaged.length() > 0; changes--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> damaged.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> damaged.setLength(at);
            }
        }
        return damaged.toString();
    }
}
