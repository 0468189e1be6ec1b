package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private static final String SCOPE = "https://graph.microsoft.com/.default";

    private final Simulator simulator = Simulators.start("healthy");
    private final Client client = new Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void a_secret_buys_a_token_that_opens_the_service() {
        Client.Answer answer = post(SampleTenant.TENANT_ID, form("client_secret", SampleTenant.CLIENT_SECRET));
        String token = answer.json().path("access_token").asText();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3599);
        assertThat(call("Bearer " + token).status()).isEqualTo(200);
    }

    @Test
    void a_token_looks_like_one_of_graph() {
        DecodedJWT token = JWT.decode(simulator.token());

        assertThat(token.getHeaderClaim("nonce").asString()).isNotEmpty();
        assertThat(token.getAlgorithm()).isEqualTo("RS256");
        assertThat(token.getAudience()).containsExactly("https://graph.microsoft.com");
        assertThat(token.getIssuer()).isEqualTo("https://sts.windows.net/" + SampleTenant.TENANT_ID + "/");
        assertThat(token.getClaim("idtyp").asString()).isEqualTo("app");
        assertThat(token.getClaim("appid").asString()).isEqualTo(SampleTenant.CLIENT_ID);
        assertThat(token.getClaim("roles").asList(String.class)).contains("User.ReadWrite.All");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/.default openid profile offline_access",
                "00000003-0000-0000-c000-000000000000/.default",
                "https://graph.microsoft.com//.default",
            })
    void scopes_are_taken_as_login_libraries_send_them(String scope) {
        String form = "grant_type=client_credentials&client_id=" + SampleTenant.CLIENT_ID + "&scope=" + encoded(scope)
                + "&client_secret=" + encoded(SampleTenant.CLIENT_SECRET);

        assertThat(post(SampleTenant.TENANT_ID, form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_secret=wrong                         | 7000215 | 401",
                "x=y                                         | 7000216 | 400",
                "client_secret=S&client_id=0ddba11e-1111-4222-8333-444455556666 | 700016 | 400",
                "client_secret=S&scope=nonsense              | 70011   | 400",
                "client_secret=S&scope=https://graph.microsoft.com/User.Read | 1002012 | 400",
                "client_secret=S&scope=https://graph.example/.default | 500011 | 400",
                "client_secret=S&scope=https://graph.microsoft.us/.default | 500011 | 400",
                "client_secret=S&scope=                      | 900144  | 400",
                "client_secret=S&grant_type=                 | 900144  | 400",
                "client_secret=S&grant_type=password         | 70003   | 400",
                "client_assertion=x                          | 7000216 | 400",
            })
    void a_wrong_form_has_its_own_number(String fields, int number, int status) {
        String secret = fields.replace("=S", "=" + SampleTenant.CLIENT_SECRET);

        Client.Answer answer = post(SampleTenant.TENANT_ID, form("a", "b") + "&" + secret);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(number);
        assertThat(answer.json().path("error_description").asText())
                .startsWith("AADSTS" + number + ": ")
                .contains("\r\nTrace ID: ");
        assertThat(answer.json().path("timestamp").asText()).isEqualTo("2026-11-23 10:00:00Z");
        assertThat(answer.header("x-ms-request-id")).hasSize(36);
        assertThat(answer.header("x-ms-ests-server")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "common, 50194",
        "consumers, 9001023",
        "authorize, 900023",
        "nobody.example, 90002",
        "99999999-8888-4777-8666-555555555555, 90002"
    })
    void a_wrong_tenant_has_its_own_number(String tenant, int number) {
        Client.Answer answer = post(tenant, form("client_secret", SampleTenant.CLIENT_SECRET));

        assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(number);
    }

    @Test
    void a_get_is_answered_with_a_page() {
        Client.Answer answer = client.raw("GET", simulator.authority() + "/common/oauth2/v2.0/token", null);

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("AADSTS900561");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null           | Access token is empty.",
                "Bearer         | Access token is empty.",
                "Basic abc      | Access token is empty.",
                "Bearer garbage | IDX14100",
                "Bearer a.b.c   | CompactToken parsing failed with error code: 80049217",
            })
    void a_header_without_a_token_is_refused_as_graph_does(String authorization, String text) {
        Client.Answer answer = call(authorization);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/error/message").asText()).contains(text);
        assertThat(answer.json().at("/error/innerError/request-id").asText()).isEqualTo(answer.header("request-id"));
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token-unparseable         | CompactToken parsing failed",
                "token-expired             | the token is expired",
                "token-not-yet-valid       | not yet valid",
                "token-wrong-audience      | Invalid audience",
                "token-signature           | Invalid x5t claim.",
                "token-wrong-tenant        | Authorization_IdentityNotFound",
                "application-not-in-tenant | Authorization_IdentityNotFound",
                "token-missing             | Access token is empty.",
                "token-rejected            | Authentication_MissingOrMalformed",
            })
    void a_bad_token_is_refused_with_401(String scenario, String text) {
        try (Simulator other = Simulators.start(scenario)) {
            Client.Answer answer = new Client(other).get("/serviceproviderconfig");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).contains(text);
        }
    }

    @Test
    void a_token_with_another_payload_is_refused() {
        String[] parts = simulator.token().split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("SCIM client", "SCIM admin");
        String forged =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));

        assertThat(call("Bearer " + parts[0] + "." + forged + "." + parts[2]).body())
                .contains("Signing key is invalid.");
    }

    @Test
    void roles_decide_what_a_token_may_do() {
        try (Simulator other = Simulators.start("roles-too-few")) {
            Client few = new Client(other);

            assertThat(few.get("/users?count=1").status()).isEqualTo(200);
            assertThat(few.get("/groups?count=1").status()).isEqualTo(403);
            assertThat(few.get("/serviceproviderconfig").body()).contains("Authorization_RequestDenied");
            assertThat(few.write("POST", "/users", "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void the_basic_profile_filters_on_names_and_ids_only() {
        ObjectNode row = Nodes.object().put("name", "basic").put("kind", "access");
        row.putArray("roles").add("User.ReadBasic.All");
        Scenario basic = Scenario.of(row);
        try (Simulator other = Simulator.start(SimulatorSettings.of(basic, Simulators.CLOCK, 1))) {
            Client few = new Client(other);

            assertThat(few.get("/users?filter=userName%20eq%20%22active%20%22").status())
                    .isEqualTo(200);
            assertThat(few.get("/users?filter=active%20eq%20true").status()).isEqualTo(403);
        }
    }

    @Test
    void a_delegated_token_may_do_nothing() {
        try (Simulator other = Simulators.start("token-delegated")) {
            assertThat(new Client(other).get("/users").status()).isEqualTo(403);
        }
    }

    private Client.Answer call(@Nullable String authorization) {
        String url = simulator.baseUrl() + "/serviceproviderconfig";
        return authorization == null
                ? client.raw("GET", url, null, "Accept", "application/json")
                : client.raw("GET", url, null, "Accept", "application/json", "Authorization", authorization);
    }

    private Client.Answer post(String tenant, String form) {
        return client.raw(
                "POST",
                simulator.authority() + "/" + tenant + "/oauth2/v2.0/token",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String form(String name, String value) {
        return "grant_type=client_credentials&client_id=" + SampleTenant.CLIENT_ID + "&scope=" + encoded(SCOPE) + "&"
                + name + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
