package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.rules.PermissionsTest;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.permission.Alternative;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.PermissionMatrix;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A 403 on every operation of the matrix, from the simulator and as it is captured, with and without the token. */
final class RefusedOperationsTest {
    private static final String ID = "5b0f7c1e-8f0a-4a6e-9f3b-2d1c4e6a7b90";
    private static final String DENIED =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the"
                    + " operation.\"}}";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private record Request(
            String method, String path, @Nullable String body) {
        static Request of(Operation operation) {
            return switch (operation) {
                case READ_DISCOVERY -> new Request("GET", "/serviceproviderconfig", null);
                case READ_SECURITY_ATTRIBUTE_SCHEMAS ->
                    new Request(
                            "GET",
                            "/schemas/urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:CustomSecurityAttributes:A",
                            null);
                case LIST_USERS -> new Request("GET", "/users?count=1", null);
                case READ_USER -> new Request("GET", "/users/" + ID, null);
                case READ_SECURITY_ATTRIBUTES ->
                    new Request(
                            "GET",
                            "/users?attributes=urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:"
                                    + "CustomSecurityAttributes:A",
                            null);
                case CREATE_USER -> new Request("POST", "/users", "{\"userName\":\"a\"}");
                case UPDATE_USER -> patch("/users/", "displayName");
                case UPDATE_USER_OTHER_MAILS -> patch("/users/", "emails[type eq \\\"other\\\"].value");
                case UPDATE_USER_PHONES -> patch("/users/", "phoneNumbers[type eq \\\"mobile\\\"].value");
                case UPDATE_USER_ACTIVE -> patch("/users/", "active");
                case UPDATE_USER_LEAVE_DATE ->
                    patch(
                            "/users/",
                            "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User:employeeLeaveDateTime");
                case UPDATE_USER_SECURITY_ATTRIBUTES ->
                    patch(
                            "/users/",
                            "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:CustomSecurityAttributes:A.B");
                case DELETE_USER -> new Request("DELETE", "/users/" + ID, null);
                case READ_GROUPS -> new Request("GET", "/groups", null);
                case CREATE_GROUP -> new Request("POST", "/groups", "{\"displayName\":\"a\"}");
                case UPDATE_GROUP -> patch("/groups/", "displayName");
                case UPDATE_GROUP_MEMBERS -> patch("/groups/", "members");
                case DELETE_GROUP -> new Request("DELETE", "/groups/" + ID, null);
            };
        }

        private static Request patch(String resource, String path) {
            return new Request(
                    "PATCH",
                    resource + ID,
                    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                            + "\"path\":\"" + path + "\",\"value\":\"x\"}]}");
        }

        /** As a flat exchange with an answer. */
        String exchange(int status, String answer) {
            ObjectNode request = JsonNodeFactory.instance
                    .objectNode()
                    .put("method", method)
                    .put("url", "https://graph.microsoft.com/rp/scim" + path)
                    .put("body", body);
            ObjectNode exchange = JsonNodeFactory.instance.objectNode();
            exchange.set("request", request);
            exchange.put("status", status).put("body", answer);
            exchange.putObject("headers")
                    .put("Content-Type", "application/json")
                    .put("request-id", "b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b");
            return JsonWriter.compactText(exchange);
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void the_simulator_refuses_it_and_the_diagnosis_names_the_least_role(Operation operation) throws Exception {
        Request request = Request.of(operation);
        SimulatorSettings settings = SimulatorSettings.of(
                Scenarios.find("permission-missing").orElseThrow(), InstantSource.fixed(CommandRun.NOW), 7);
        try (Simulator simulator = Simulator.start(settings)) {
            HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + request.path()))
                    .header("Authorization", "Bearer " + simulator.token());
            if (!request.method().equals("DELETE")) {
                call.header("Accept", "application/json");
            }
            if (request.body() != null) {
                call.header("Content-Type", "application/scim+json");
            }
            call.method(
                    request.method(),
                    request.body() == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(request.body()));
            HttpResponse<String> answer = HTTP.send(call.build(), HttpResponse.BodyHandlers.ofString());

            JsonNode finding = classify(request.exchange(answer.statusCode(), answer.body()), simulator.token());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(finding.path("id").asText()).isEqualTo("permission-missing");
            assertThat(evidence(finding, "least missing role"))
                    .isEqualTo(String.join(" and ", Need.of(operation).leastMissing(Set.of())));
            assertThat(evidence(finding, "operation")).isEqualTo(operation.title());
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void without_a_token_the_roles_are_named_of_which_one_is_needed(Operation operation) throws IOException {
        JsonNode finding = classify(Request.of(operation).exchange(403, DENIED), null);

        assertThat(finding.path("id").asText()).isEqualTo("permission-missing");
        assertThat(evidence(finding, "needs one of"))
                .startsWith(Need.of(operation).oneOf())
                .doesNotContain("masked");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void with_sufficient_roles_a_refused_change_points_to_a_privileged_target(Operation operation) throws IOException {
        Request request = Request.of(operation);
        boolean changes = request.method().equals("PATCH") || request.method().equals("DELETE");

        JsonNode finding = classify(request.exchange(403, DENIED), PermissionsTest.token(surest(operation), ""));

        String target = request.path().startsWith("/groups") ? "group-role-assignable" : "target-is-administrator";
        assertThat(finding.path("id").asText()).isEqualTo(changes ? target : "permission-missing");
        assertThat(finding.path("confidence").asText()).isEqualTo(changes ? "likely" : "possible");
        assertThat(evidence(finding, "least missing role")).isEqualTo("none");
        assertThat(evidence(finding, "role held")).contains("enough").doesNotContain("masked");
    }

    @Test
    void a_role_that_graphs_own_page_states_alone_is_enough() throws IOException {
        Request request = Request.of(Operation.UPDATE_USER_SECURITY_ATTRIBUTES);

        JsonNode finding = classify(
                request.exchange(403, DENIED), PermissionsTest.token("CustomSecAttributeAssignment.ReadWrite.All", ""));

        assertThat(finding.path("id").asText()).isEqualTo("target-is-administrator");
        assertThat(evidence(finding, "least missing role")).isEqualTo("none");
    }

    @Test
    void an_empty_403_names_the_roles_too() throws IOException {
        JsonNode finding = classify(Request.of(Operation.DELETE_GROUP).exchange(403, ""), null);

        assertThat(finding.path("id").asText()).isEqualTo("access-denied");
        assertThat(evidence(finding, "needs one of")).isEqualTo("Group.ReadWrite.All");
    }

    @Test
    void a_service_fault_says_nothing_of_roles() throws IOException {
        JsonNode finding = classify(Request.of(Operation.DELETE_GROUP).exchange(500, "{}"), null);

        assertThat(evidence(finding, "needs one of")).isEmpty();
    }

    @Test
    void check_names_operation_and_roles_of_a_refused_call() throws IOException {
        CommandRun run = CommandRun.with()
                .realClock()
                .run("check", "--simulate=permission-missing", "--user-id", ID, "-o", "json");

        JsonNode finding = Json.read(run.out()).path("findings").path(0);
        assertThat(finding.path("id").asText()).isEqualTo("permission-missing");
        assertThat(evidence(finding, "least missing role")).contains(".All");
        assertThat(evidence(finding, "operation")).isNotEmpty();
    }

    /** The least privileged set that no page disputes. */
    private static String surest(Operation operation) {
        for (Alternative alternative : PermissionMatrix.load().alternatives(operation)) {
            if (alternative.standing() == Standing.ALLOWED) {
                return String.join(" ", alternative.roles());
            }
        }
        throw new IllegalStateException("no documented roles for " + operation);
    }

    private JsonNode classify(String exchange, @Nullable String token) throws IOException {
        CommandRun.Setup setup = CommandRun.with().in(exchange + "\n");
        CommandRun run = token == null
                ? setup.run("classify", "-", "-o", "json")
                : setup.run(
                        "classify",
                        "-",
                        "-o",
                        "json",
                        "--token-file",
                        Files.writeString(folder.resolve("token"), token).toString());
        assertThat(run.schemaErrors()).isEmpty();
        return Json.read(run.out()).path("diagnoses").path(0).path("finding");
    }

    private static String evidence(JsonNode finding, String name) {
        for (JsonNode item : finding.path("evidence")) {
            if (item.path("name").asText().equals(name)) {
                return item.path("value").asText();
            }
        }
        return "";
    }
}
