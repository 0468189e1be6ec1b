package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.scim.SeedDirectory;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One healthy simulator serves the whole class: reading changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {
    private final Simulator simulator = Simulators.start("healthy");
    private final Client client = new Client(simulator);

    @BeforeAll
    void it_listens_on_loopback() {
        assertThat(simulator.baseUrl()).matches("http://127\\.0\\.0\\.1:\\d+/rp/scim");
    }

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void discovery_has_a_configuration_two_resource_types_and_five_schemas() {
        assertThat(client.get("/serviceproviderconfig")
                        .json()
                        .at("/pagination/maxPageSize")
                        .asInt())
                .isEqualTo(1000);
        assertThat(client.get("/ResourceTypes").json().path("resources")).hasSize(2);
        assertThat(client.get("/schemas").json().path("totalResults").asInt()).isEqualTo(5);
        assertThat(client.get("/schemas/" + Attributes.CORE_USER)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("User");
        assertThat(client.get("/resourcetypes/User").json().path("endpoint").asText())
                .isEqualTo("/Users");
        assertThat(client.get("/resourcetypes/Device").status()).isEqualTo(404);
    }

    @Test
    void every_answer_can_be_traced() {
        Client.Answer answer = client.send(
                "GET", "/users?count=1", null, "Accept", "application/json", "client-request-id", "my-own-id");

        assertThat(answer.header("client-request-id")).isEqualTo("my-own-id");
        assertThat(answer.header("request-id")).hasSize(36);
        assertThat(answer.header("Date")).isEqualTo("Mon, 23 Nov 2026 10:00:00 GMT");
        assertThat(answer.header("x-ms-ags-diagnostic")).contains("ServerInfo");
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        assertThat(client.get("/users?count=1").response().headers().allValues("Date"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 100})
    void a_walk_over_the_pages_meets_every_user_once(int count) {
        Set<String> seen = new LinkedHashSet<>();
        String next = "";
        int pages = 0;
        do {
            JsonNode page = client.get("/users?count=" + count + next).json();
            page.path("resources")
                    .forEach(user ->
                            assertThat(seen.add(user.path("id").asText())).isTrue());
            assertThat(page.path("itemsPerPage").asInt()).isPositive();
            next = page.has("nextCursor")
                    ? "&cursor=" + encoded(page.path("nextCursor").asText())
                    : "";
            pages++;
        } while (!next.isEmpty());

        assertThat(seen).hasSize(SeedDirectory.USERS);
        assertThat(pages).isEqualTo((SeedDirectory.USERS + count - 1) / count);
    }

    @Test
    void a_cursor_of_another_query_is_refused() {
        String cursor =
                encoded(client.get("/users?count=7").json().path("nextCursor").asText());

        assertThat(client.get("/users?count=8&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(client.get("/users?cursor=nonsense").json().path("scimType").asText())
                .isEqualTo("invalidCursor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/users  | userName eq \"ADMIN@contoso.example\" | 1",
                "/users  | userName ew \"@contoso.onmicrosoft.example\" | 1",
                "/users  | not(userName ew \"@contoso.example\") | 1",
                "/users  | userName eq \"guest_fabrikam.example#EXT#@contoso.onmicrosoft.example\" | 1",
                "/users  | externalId eq \"E10007\" | 1",
                "/users  | externalId eq \"none\" | 0",
                "/users  | active eq FALSE | 10",
                "/users  | active eq false and userName ew \"0@contoso.example\" | 0",
                "/groups | displayName eq \"sales\" | 1",
                "/groups | displayName ew \"s\" | 2",
            })
    void a_documented_filter_is_evaluated(String path, String filter, int expected) {
        JsonNode list = client.get(path + "?filter=" + encoded(filter)).json();

        assertThat(list.path("totalResults").asInt(-1)).isEqualTo(expected);
        assertThat(list.path("resources")).hasSize(expected);
    }

    @Test
    void membership_and_ownership_are_reached_by_filters_only() {
        String group = SampleTenant.groupId(0);
        String owner = SampleTenant.userId(SeedDirectory.MEMBER);

        assertThat(ids("/users", "groups.value eq \"" + group + "\""))
                .contains(owner)
                .hasSizeGreaterThan(40);
        assertThat(ids("/users", Attributes.ENTRA_USER + ":ownedGroups.value eq \"" + group + "\""))
                .containsExactly(owner);
        assertThat(ids("/groups", "members.value eq \"" + owner + "\"")).contains(group);
        assertThat(ids("/groups", Attributes.ENTRA_GROUP + ":owners.value eq \"" + owner + "\""))
                .containsExactly(group);
        assertThat(ids("/groups", Attributes.ENTRA_GROUP + ":mailEnabled eq True"))
                .hasSize(1);
        assertThat(ids("/groups", Attributes.ENTRA_GROUP + ":securityEnabled eq true"))
                .hasSize(4);
        assertThat(ids("/users", Attributes.ENTRA_USER + ":mailNickname eq \"admin\""))
                .hasSize(1);
        assertThat(ids("/users", "id eq \"" + owner + "\"")).containsExactly(owner);
        assertThat(client.get("/groups/" + group + "?attributes=members").json().has("members"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users?filter=displayName%20eq%20%22A%22 | invalidFilter",
                "/users?filter=userName%20eq              | invalidFilter",
                "/groups?filter=not(displayName%20ew%20%22x%22) | invalidFilter",
                "/users?count=0                           | invalidValue",
                "/users?count=101                         | invalidValue",
                "/users?count=1000&attributes=userName    | invalidValue",
                "/groups?count=1001                       | invalidValue",
                "/users?startIndex=1                      | invalidValue",
                "/users?filter%20=id%20eq%20%22x%22       | invalidValue",
                "/users?count=+1                          | invalidValue",
            })
    void a_query_outside_the_rules_is_refused(String path, String scimType) {
        Client.Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("scimType").asText()).isEqualTo(scimType);
        assertThat(answer.json().path("status").isTextual()).isTrue();
    }

    @Test
    void large_pages_need_a_projection_and_the_manager_caps_them() {
        assertThat(client.get("/users?count=999&attributes=userName").json().path("resources"))
                .hasSize(250);
        String manager = Attributes.ENTERPRISE_USER + ":manager";
        assertThat(client.get("/users?count=999&attributes=" + manager).json().path("resources"))
                .hasSize(100);
        assertThat(client.get("/groups?count=1000").status()).isEqualTo(200);
    }

    @Test
    void projections_select_and_exclude() {
        String path = "/users/" + SampleTenant.userId(SeedDirectory.MEMBER);

        JsonNode selected = client.get(
                        path + "?attributes=userName,name.givenName," + Attributes.ENTERPRISE_USER + ":department")
                .json();
        JsonNode rest = client.get(path + "?excludedAttributes=userName,name.givenName," + Attributes.ENTRA_USER)
                .json();

        assertThat(selected.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("schemas", "id", "userName", "name", Attributes.ENTERPRISE_USER, "meta");
        assertThat(selected.path("name")).hasSize(1);
        assertThat(selected.path(Attributes.ENTERPRISE_USER)).hasSize(1);
        assertThat(rest.has("userName")).isFalse();
        assertThat(rest.path("name").fieldNames()).toIterable().containsExactly("familyName");
        assertThat(rest.has(Attributes.ENTRA_USER)).isFalse();
    }

    @Test
    void an_unknown_id_and_a_malformed_one_fail_differently() {
        assertThat(client.get("/users/" + SampleTenant.UNKNOWN_ID).status()).isEqualTo(404);
        assertThat(client.get("/groups/none").status()).isEqualTo(400);
        assertThat(client.get("/groups/none").body()).contains("Invalid object identifier 'none'.");
    }

    @Test
    void a_wrong_path_is_answered_by_whoever_sees_it_first() {
        String root = simulator.authority();

        assertThat(client.get("/userz").status()).isEqualTo(404);
        assertThat(client.get("/users/" + SampleTenant.userId(5) + "/manager").status())
                .isEqualTo(404);
        assertThat(client.raw("GET", root + "/scim/users", null).body()).contains("Invalid version.");
        assertThat(client.raw("GET", root + "/v1.0/rp/scim/users", null).body())
                .contains("Resource not found for the segment 'rp'.");
    }

    private List<String> ids(String path, String filter) {
        List<String> ids = new ArrayList<>();
        client.get(path + "?filter=" + encoded(filter))
                .json()
                .path("resources")
                .forEach(resource -> ids.add(resource.path("id").asText()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
