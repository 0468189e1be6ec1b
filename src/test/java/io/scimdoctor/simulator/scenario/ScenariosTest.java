package io.scimdoctor.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.simulator.Client;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.Simulators;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    static Stream<Scenario> provoked() {
        return Scenarios.all().stream()
                .filter(scenario -> scenario.provokes() != null)
                .filter(scenario -> !scenario.name().equals("schema-drift"));
    }

    /** Those whose cause meets every call, so that plain reading is enough. */
    static Stream<Scenario> general() {
        Set<Scenario.Kind> general =
                Set.of(Scenario.Kind.TOKEN, Scenario.Kind.ACCESS, Scenario.Kind.SERVICE, Scenario.Kind.NETWORK);
        return Scenarios.all().stream()
                .filter(scenario -> general.contains(scenario.kind()) && scenario.provokes() == null)
                .filter(scenario -> !scenario.name().equals("intermittent-504"));
    }

    @Test
    void names_are_unique_and_slugs_or_numbers_of_microsoft() {
        assertThat(Scenarios.all())
                .extracting(Scenario::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9-]+|AADSTS\\d+"));
    }

    /** {@code ScenarioTest} sees that a check ends with what a scenario leads to. */
    @Test
    void only_the_healthy_one_leads_nowhere() {
        assertThat(Scenarios.all())
                .filteredOn(scenario -> scenario.leadsTo() == null)
                .extracting(Scenario::name)
                .containsExactly("healthy");
    }

    @Test
    void a_scenario_is_found_by_its_name_in_any_case() {
        assertThat(Scenarios.find("Token-Expired")).map(Scenario::leadsTo).contains("token-expired");
        assertThat(Scenarios.find("nonsense")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("provoked")
    void the_provoking_request_fails_and_plain_reading_does_not(Scenario scenario) {
        try (Simulator simulator = Simulators.start(scenario.name())) {
            Client client = new Client(simulator);
            Scenario.Provocation provocation = scenario.provokes();

            Client.Answer plain = client.get("/serviceproviderconfig");

            assertThat(plain.status()).isEqualTo(200);
            assertThat(provocation)
                    .isNotNull()
                    .satisfies(request ->
                            assertThat(client.provoke(request).status()).isBetween(400, 499));
        }
    }

    @ParameterizedTest
    @MethodSource("general")
    void plain_reading_shows_the_others(Scenario scenario) {
        try (Simulator simulator = Simulators.start(scenario.name())) {
            Client.Answer answer = new Client(simulator).get("/serviceproviderconfig");

            assertThat(answer).matches(it -> it.status() >= 300 || it.body().startsWith("<"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "feature-not-enabled, 400, scimapiconsumptions",
        "feature-not-enabled-401, 401, not enabled for any subscription",
        "throttled, 429, TooManyRequests",
        "service-busy, 503, serviceNotAvailable",
        "licence-missing, 403, premium license",
        "resource-principal-disabled, 403, AADSTS500014",
        "claims-challenge, 401, InteractionRequired",
        "wrong-base-url, 400, Invalid version.",
        "proxy-block, 403, blocked by your administrator",
        "captive-portal, 200, Sign in to the network"
    })
    void an_answer_bears_the_words_that_it_is_known_by(String name, int status, String words) {
        try (Simulator simulator = Simulators.start(name)) {
            Client.Answer answer = new Client(simulator).get("/users?count=1");

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).contains(words);
        }
    }

    @Test
    void a_call_without_a_token_is_refused_first_unless_the_network_answers() {
        try (Simulator service = Simulators.start("throttled");
                Simulator proxy = Simulators.start("proxy-block")) {
            assertThat(withoutToken(service).body()).contains("Access token is empty.");
            assertThat(withoutToken(proxy).status()).isEqualTo(403);
            assertThat(withoutToken(proxy).header("request-id")).isEmpty();
        }
    }

    @Test
    void the_token_endpoint_refuses_what_a_scenario_says() {
        try (Simulator simulator = Simulators.start("AADSTS53003")) {
            String url = simulator.authority() + "/" + SampleTenant.TENANT_ID + "/oauth2/v2.0/token";

            Client.Answer answer = new Client(simulator).raw("POST", url, "grant_type=client_credentials");

            assertThat(answer.body()).contains("AADSTS53003", "interaction_required");
        }
    }

    @Test
    void an_intermittent_fault_is_the_same_in_each_run_and_near_its_rate() {
        List<Integer> first = statuses(0.5);

        assertThat(first).isEqualTo(statuses(0.5));
        assertThat(first.stream().filter(status -> status == 504).count()).isBetween(5L, 35L);
        assertThat(statuses(0)).containsOnly(200);
        assertThat(statuses(1)).containsOnly(504);
    }

    @ParameterizedTest
    @CsvSource({"clock-ahead, -10", "clock-behind, 10", "healthy, 0"})
    void the_servers_clock_differs_in_the_direction_that_the_name_says(String name, int minutes) {
        Instant local = Simulators.CLOCK.instant();
        try (Simulator simulator = Simulators.start(name)) {
            Client.Answer answer = new Client(simulator).get("/users?count=1");

            Instant server = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Duration.between(local, server)).isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void drifted_schemas_differ_from_the_known_ones() {
        try (Simulator simulator = Simulators.start("schema-drift")) {
            String body = new Client(simulator).get("/schemas").body();

            assertThat(body).contains("pronouns").doesNotContain("\"title\"");
        }
    }

    @Test
    void a_redirect_points_to_another_host() {
        try (Simulator simulator = Simulators.start("redirect-other-host")) {
            Client.Answer answer = new Client(simulator).get("/users");

            assertThat(answer.status()).isEqualTo(307);
            assertThat(answer.header("Location")).isEqualTo("https://graph.contoso.example/rp/scim/users");
        }
    }

    private static Client.Answer withoutToken(Simulator simulator) {
        return new Client(simulator).raw("GET", simulator.baseUrl() + "/users", null, "Accept", "application/json");
    }

    private static List<Integer> statuses(double rate) {
        List<Integer> statuses = new ArrayList<>();
        try (Simulator simulator = Simulators.start("intermittent-504", Simulators.CLOCK, rate, Duration.ZERO)) {
            Client client = new Client(simulator);
            for (int i = 0; i < 40; i++) {
                statuses.add(client.get("/users?count=1").status());
            }
        }
        return statuses;
    }
}
