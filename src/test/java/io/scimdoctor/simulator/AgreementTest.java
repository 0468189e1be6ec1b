package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.lint.Requests;
import io.scimdoctor.lint.rule.LintRule;
import io.scimdoctor.lint.rule.Rules;
import io.scimdoctor.simulator.scim.SeedDirectory;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator accepts what the rules pass and refuses what they fail, over real HTTP. */
final class AgreementTest {
    private static final JsonNode EXAMPLES = Requests.resource("rule/examples.json");

    /** What is not the request's own matter: the token, the host, the tenant's domains, cursors, and roles that are not granted. */
    private static final Set<String> ELSEWHERE = Set.of(
            "authorization-missing",
            "authorization-scheme",
            "cloud-unnamed",
            "username-domain",
            "attributes-csa-bare",
            "csa-path",
            "cursor-unencoded",
            "query-odata");

    static Stream<LintRule> rules() {
        return Rules.load().all().stream().filter(rule -> !ELSEWHERE.contains(rule.id()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_good_example_is_served(LintRule rule) {
        Client.Answer answer = send(Requests.example(rule, "good"));

        assertThat(answer.status()).as(answer.body()).isLessThan(400);
    }

    static Stream<LintRule> sendable() {
        return rules().filter(rule -> isSendable(path(EXAMPLES.path(rule.id()).path("bad"))));
    }

    @ParameterizedTest
    @MethodSource("sendable")
    void the_bad_example_is_refused_where_the_rule_says_so(LintRule rule) {
        Client.Answer answer = send(Requests.example(rule, "bad"));

        if (rule.refused()) {
            assertThat(answer.status())
                    .as("%s is refused, but not so by the simulator: %s", rule.id(), answer.body())
                    .isBetween(400, 499)
                    .isNotEqualTo(403);
        } else if (!rule.id().startsWith("query-")) {
            assertThat(answer.status())
                    .as(
                            "%s is not \"refused\", but the simulator refuses its bad example: %s",
                            rule.id(), answer.body())
                    .isLessThan(400);
        }
    }

    private static Client.Answer send(JsonNode request) {
        String url = path(request);
        try (Simulator simulator = Simulators.start("healthy")) {
            List<String> headers = new ArrayList<>();
            request.path("headers").properties().forEach(field -> {
                headers.add(field.getKey());
                boolean token = field.getKey().equals("Authorization");
                headers.add(
                        token ? "Bearer " + simulator.token() : field.getValue().asText());
            });
            JsonNode body = request.path("body");
            return new Client(simulator)
                    .raw(
                            request.path("method").asText(),
                            simulator.authority() + url,
                            body.isMissingNode() ? null : own(body.asText()),
                            headers.toArray(new String[0]));
        }
    }

    private static String path(JsonNode request) {
        return own(request.path("url").asText().replace("https://graph.microsoft.com", ""));
    }

    /** The examples' ids as those of the sample tenant. */
    private static String own(String text) {
        String own = text.replace("7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11", SampleTenant.userId(SeedDirectory.MEMBER))
                .replace("c3b1f2aa-5c0e-4d8d-8f55-2f6f0d9a7e10", SampleTenant.groupId(0));
        for (int i = 0; i < 30; i++) {
            String number = i < 10 ? "0" + i : Integer.toString(i);
            own = own.replace(
                    "00000000-0000-4000-8000-0000000000" + number,
                    SampleTenant.userId(i == 1 ? SeedDirectory.MEMBER : 20 + i));
        }
        return own;
    }

    private static boolean isSendable(String url) {
        try {
            return new URI("http://127.0.0.1" + url).getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
