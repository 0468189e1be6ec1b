package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged simulator with a tenant of somebody's own, and what it captures. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
final class SimulateIT {
    private static final String LAUNCHER = Path.of("target", "scimdoctor", "bin", "scimdoctor")
            .toAbsolutePath()
            .toString();
    private static final Pattern VARIABLE = Pattern.compile("export (\\w++)='([^']*+)'");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_seeded_tenant_is_served() throws Exception {
        Path seed = Files.writeString(
                folder.resolve("seed.ndjson"),
                "{\"userName\":\"ada@contoso.example\",\"displayName\":\"Ada\",\"password\":\"S\"}\n{\"displayName\":\"Engineers\"}\n");
        Process simulator = start("healthy", "--seed", seed.toString());
        try {
            Map<String, String> variables = variables(simulator);
            String token = token(variables);

            JsonNode users = Json.read(get(variables, token, "/users?count=5").body());
            JsonNode groups = Json.read(get(variables, token, "/groups?count=5").body());

            assertThat(users.findValuesAsText("userName")).containsExactly("ada@contoso.example");
            assertThat(groups.findValuesAsText("displayName")).containsExactly("Engineers");
            JsonNode user = users.path("resources").path(0);
            assertThat(user.path("meta").path("location").asText())
                    .isEqualTo("/users/" + user.path("id").asText());
            assertThat(user.has("schemas") && !user.has("password")).isTrue();
        } finally {
            simulator.destroy();
        }
    }

    @Test
    void what_is_captured_can_be_classified_and_holds_no_token() throws Exception {
        Path capture = folder.resolve("calls.ndjson");
        Process simulator = start("throttled", "--capture", capture.toString());
        try {
            Map<String, String> variables = variables(simulator);
            String token = token(variables);

            assertThat(get(variables, token, "/users?count=1").statusCode()).isEqualTo(429);

            assertThat(Files.readString(capture)).doesNotContain(token, variables.get("AZURE_CLIENT_SECRET"));
            Process classify = new ProcessBuilder(LAUNCHER, "classify", capture.toString(), "-o", "short").start();
            String said = new String(classify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("throttled");
            assertThat(classify.waitFor()).isEqualTo(1);
        } finally {
            simulator.destroy();
        }
    }

    private static Process start(String scenario, String option, String file) throws IOException {
        return new ProcessBuilder(LAUNCHER, "simulate", scenario, option, file)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What the banner exports; its last line names the token endpoint or what shows the scenario. */
    private static Map<String, String> variables(Process simulator) throws IOException {
        Map<String, String> variables = new HashMap<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(simulator.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher variable = VARIABLE.matcher(line);
            if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2));
            } else if (line.startsWith("# Token endpoint")) {
                break;
            }
        }
        return variables;
    }

    private String token(Map<String, String> variables) throws IOException, InterruptedException {
        String url =
                variables.get("AZURE_AUTHORITY_HOST") + "/" + variables.get("AZURE_TENANT_ID") + "/oauth2/v2.0/token";
        String form = "grant_type=client_credentials&scope=https://graph.microsoft.com/.default&client_id="
                + variables.get("AZURE_CLIENT_ID") + "&client_secret=" + variables.get("AZURE_CLIENT_SECRET");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return Json.read(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> get(Map<String, String> variables, String token, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(variables.get("SCIMDOCTOR_BASE_URL") + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
