package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.simulator.scim.SeedDirectory;
import io.scimdoctor.simulator.wire.SampleTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {
    private static final String ENVELOPE = "{\"schemas\":[\"" + Attributes.PATCH_OP + "\"],\"operations\":[";
    private static final String USER = "/users/" + SampleTenant.userId(5);
    private static final String GROUP = "/groups/" + SampleTenant.groupId(0);
    private static final String LONER = SampleTenant.userId(SeedDirectory.LONER);

    private final Simulator simulator = Simulators.start("healthy");
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void a_user_lives_from_creation_to_deletion() {
        Client.Answer created = client.write("POST", "/users", JsonWriter.compactText(Scenarios.newUser()));
        String path = "/users/" + created.json().path("id").asText();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().has("password")).isFalse();
        assertThat(created.json()
                        .path(Attributes.ENTRA_USER)
                        .path("mailNickname")
                        .asText())
                .isEqualTo("scimdoctor.probe");
        assertThat(patch(path, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}")
                        .status())
                .isEqualTo(204);
        assertThat(client.get(path).json().path("title").asText()).isEqualTo("Boss");
        assertThat(client.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName       | 'userName' is required",
                "displayName    | 'displayName' is required",
                "active         | 'active' is required",
                "password       | A password must be specified",
            })
    void a_new_user_needs_its_required_attributes(String attribute, String text) {
        ObjectNode user = Scenarios.newUser();
        user.remove(attribute);

        Client.Answer answer = client.write("POST", "/users", JsonWriter.compactText(user));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void a_taken_name_is_a_conflict_in_the_shape_of_graph() {
        ObjectNode user = Scenarios.newUser().put("userName", "ADMIN@contoso.example");

        Client.Answer answer = client.write("POST", "/users", JsonWriter.compactText(user));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/details/0/code").asText()).isEqualTo("ObjectConflict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'replace','path':'password','value':'x'}                          | mutability",
                "{'op':'replace','path':'groups','value':[]}                             | mutability",
                "{'op':'replace','path':'nickName','value':'x'}                          | invalidPath",
                "{'op':'remove','path':'urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User:mailNickname'}"
                        + " | mailNickname",
                "{'op':'replace','path':'addresses[type eq \\\"home\\\"].locality','value':'x'} | invalidFilter",
                "{'op':'replace','path':'addresses[','value':'x'}                        | invalidPath",
                "{'op':'frobnicate','path':'title','value':'x'}                          | invalidSyntax",
                "{'op':'remove'}                                                         | noTarget",
                "{'op':'replace','path':'active','value':'yes'}                          | invalid values",
                "{'op':'replace','path':'userName','value':'x@elsewhere.example'}        | domain portion",
                "{'op':'replace','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',"
                        + "'value':'x'} | manager",
            })
    void a_user_patch_outside_the_constraints_is_refused(String operation, String text) {
        Client.Answer answer = patch(USER, operation.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void a_user_patch_is_all_or_nothing() {
        Client.Answer answer = patch(
                USER,
                "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"},"
                        + "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(client.get(USER).json().path("title").asText()).isNotEqualTo("Boss");
    }

    @Test
    void the_documented_paths_work() {
        Client.Answer answer = patch(
                USER,
                "{\"op\":\"replace\",\"path\":\"addresses[type eq \\\"work\\\"].locality\",\"value\":\"Bonn\"},"
                        + "{\"op\":\"add\",\"path\":\"emails[type eq \\\"work\\\" and primary eq true].value\","
                        + "\"value\":\"x@contoso.example\"},"
                        + "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Ada\"},"
                        + "{\"op\":\"replace\",\"path\":\"" + Attributes.ENTERPRISE_USER
                        + ":manager\",\"value\":{\"value\":\"" + LONER + "\"}},"
                        + "{\"op\":\"replace\",\"value\":{\"title\":\"Boss\"}}");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(client.get(USER).json().at("/addresses/0/locality").asText()).isEqualTo("Bonn");
        assertThat(client.get(USER).json().at("/emails/0/value").asText()).isEqualTo("x@contoso.example");
        assertThat(client.get(USER).json().at("/name/givenName").asText()).isEqualTo("Ada");
        assertThat(client.get(USER).json().path("title").asText()).isEqualTo("Boss");
    }

    @Test
    void a_deleted_user_holds_the_name() {
        String body = JsonWriter.compactText(Scenarios.newUser());
        String path = "/users/"
                + client.write("POST", "/users", body).json().path("id").asText();
        client.send("DELETE", path, null);

        Client.Answer again = client.write("POST", "/users", body);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("userPrincipalName already exists");
    }

    @Test
    void a_user_has_one_work_mail() {
        ObjectNode user = Scenarios.newUser();
        user.set(
                "emails",
                Json.readLeniently(
                                "[{\"type\":\"work\",\"value\":\"a@contoso.example\"},{\"type\":\"work\",\"value\":\"b@contoso.example\"}]")
                        .node());

        assertThat(client.write("POST", "/users", JsonWriter.compactText(user)).status())
                .isEqualTo(400);
    }

    @Test
    void members_that_are_replaced_are_gone() {
        String replace = "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"" + LONER + "\"}]}";
        String remove = "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}";

        assertThat(patch(GROUP, replace).status()).isEqualTo(204);

        assertThat(patch(GROUP, remove.formatted(SampleTenant.userId(5))).status())
                .isEqualTo(404);
        assertThat(patch(GROUP, remove.formatted(LONER)).status()).isEqualTo(204);
    }

    @Test
    void words_that_nobody_published_are_marked_and_name_what_was_sent() {
        Client.Answer unknown = patch(USER, "{\"op\":\"replace\",\"path\":\"nosuch\",\"value\":\"x\"}");
        Client.Answer published = client.send("GET", "/users", null);

        assertThat(unknown.header("x-scimdoctor-basis")).isEqualTo("inferred");
        assertThat(unknown.json().path("detail").asText()).contains("'nosuch'");
        assertThat(published.body()).contains("HTTP Accept header for application/json is missing");
        assertThat(published.header("x-scimdoctor-basis")).isEmpty();
    }

    @Test
    void members_come_and_go() {
        String add = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + LONER + "\"}]}";
        String remove = "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + LONER + "\\\"]\"}";

        assertThat(patch(GROUP, add).status()).isEqualTo(204);
        assertThat(patch(GROUP, add).status()).isEqualTo(204);
        assertThat(patch(GROUP, remove).status()).isEqualTo(204);
        Client.Answer again = patch(GROUP, remove);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("'" + SampleTenant.groupId(0) + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ADD,ADD                                             | one operation",
                "ADD,{'op':'replace','path':'displayName','value':'x'} | combined",
                "REMOVE,{'op':'replace','path':'displayName','value':'x'} | only operation",
                "REMOVE,REMOVE                                       | one member",
                "{'op':'add','path':'members','value':[{'value':'fake-member-id'}]} | not a valid object id",
                "{'op':'add','path':'members','value':[]}            | names no member",
                "{'op':'add','value':{'members':[{'value':'00000000-5c1d-4000-8000-000000000000'}]}} | does not exist",
            })
    void a_membership_change_outside_the_constraints_is_refused(String operations, String text) {
        String add = "{'op':'add','path':'members','value':[{'value':'" + LONER + "'}]}";
        String remove = "{'op':'remove','path':'members[value eq \\\"" + LONER + "\\\"]'}";

        Client.Answer answer = patch(
                GROUP, operations.replace("ADD", add).replace("REMOVE", remove).replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void a_group_name_is_required_and_need_not_be_unique() {
        assertThat(client.write("POST", "/groups", "{\"displayName\":\"Sales\"}")
                        .status())
                .isEqualTo(201);
        assertThat(client.write("POST", "/groups", "{}").status()).isEqualTo(400);
    }

    @Test
    void an_administrator_is_out_of_reach() {
        String admin = "/users/" + SampleTenant.userId(SeedDirectory.ADMINISTRATOR);

        assertThat(patch(admin, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")
                        .status())
                .isEqualTo(403);
        assertThat(patch(admin, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void the_accept_rule_is_turned_round_on_delete() {
        String json = "application/scim+json";

        assertThat(client.send("GET", "/groups", null, "Accept", json).status()).isEqualTo(200);
        assertThat(client.send("GET", "/groups", null).body()).contains("Accept header");
        assertThat(client.send("GET", "/groups", null, "Accept", "*/*").status())
                .isEqualTo(400);
        assertThat(client.send("DELETE", GROUP, null, "Accept", json).body())
                .contains("Accept header application/scim+json is invalid");
        assertThat(client.send("DELETE", GROUP, null, "Accept", "*/*").status()).isEqualTo(204);
    }

    @Test
    void bodies_and_methods_have_rules_of_their_own() {
        assertThat(client.write("POST", "/users", "{\"a\":").body()).contains("Unable to read JSON request payload");
        assertThat(client.write("POST", "/users", "").body()).contains("Empty Payload");
        assertThat(client.send("POST", "/users", "{}", "Accept", "application/json")
                        .body())
                .contains("JSON Content-Type");
        assertThat(client.send("POST", "/users", "{}", "Accept", "application/json", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        Client.Answer put = client.write("PUT", USER, "{}");
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.header("Allow")).isEqualTo("GET, PATCH, DELETE");
    }

    private Client.Answer patch(String path, String operations) {
        return client.write("PATCH", path, ENVELOPE + operations + "]}");
    }
}
