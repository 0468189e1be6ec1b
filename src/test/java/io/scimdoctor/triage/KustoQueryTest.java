package io.scimdoctor.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.rule.LintFinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The query and the program have to find the same in the same rows. */
class KustoQueryTest {
    private static final String[] PATHS = {
        "/rp/scim/users",
        "/rp/scim/Users/0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01",
        "/rp/scim/users/nonexistent",
        "/rp/scim/users?count=0",
        "/rp/scim/users?count=%2010",
        "/rp/scim/users?count=ten",
        "/rp/scim/users?count =5",
        "/rp/scim/users?filter=userName%20eq%20%22a%40contoso.example%22",
        "/rp/scim/users?filter=userName+eq+%22a%22+and+active+eq+true",
        "/rp/scim/users?filter=userName%20co%20%22a%22",
        "/rp/scim/users?filter=externalId%20eq%20%22a%22%20and%20active%20eq%20true",
        "/rp/scim/users?filter=not(userName%20ew%20%22x%22)",
        "/rp/scim/users?filter=displayName%20eq%20%22x%22",
        "/rp/scim/users?filter=",
        "/rp/scim/groups?filter=displayName%20eq%20%22x%22",
        "/rp/scim/groups?filter=id%20eq%20%22x%22",
        "/rp/scim/groups/0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01",
        "/rp/scim/schemas",
        "/rp/scim/schemas/urn:x",
        "/rp/scim/resourcetypes/User",
        "/rp/scim/serviceproviderconfig",
        "/rp/scim/nothing",
        "/rp/scim",
        "/v1.0/rp/scimx/users",
        "/rp/scim/users?attributes=urn:ietf:params:scim:schemas:extension:microsoft:entra:2.0:CustomSecurityAttributes"
    };
    private static final int[] STATUSES = {
        200, 204, 302, 400, 401, 403, 404, 405, 406, 407, 409, 412, 413, 415, 418, 422, 429, 451, 500, 501, 502, 503,
        504, 505, 509, 511
    };

    @Test
    void the_same_rows_give_the_same_findings_and_windows() throws IOException {
        List<String> rows = rows(4_000);
        // A query cannot parse what the rules judge, and says so; classify names the rule there.
        rows.removeIf(KustoQueryTest::isJudgedByRules);

        Set<String> found = new TreeSet<>();
        List<Map<String, Object>> table = new ArrayList<>();
        for (String row : rows) {
            table.add(columns(Json.read(row)));
        }
        for (Map<String, Object> window :
                Kusto.run(KustoQuery.of(Catalog.load(), TriageFilter.ALL, Windows.DEFAULT_GAP), table)) {
            found.add(window.get("Finding") + " " + window.get("FirstSeen") + " " + window.get("LastSeen") + " "
                    + window.get("Count"));
        }

        assertThat(found).isEqualTo(windows(rows));
        assertThat(found).hasSizeGreaterThan(50);
    }

    @Test
    void every_rule_that_a_row_can_fulfil_is_in_the_query() {
        String query = KustoQuery.of(Catalog.load(), TriageFilter.ALL, Duration.ofSeconds(90));

        assertThat(query)
                .contains("\"filter-unsupported\"", "\"service-timeout\"", "\"count-invalid\"", "let gap = 90000ms");
    }

    private static Set<String> windows(List<String> rows) throws IOException {
        DiagnosisTally tally = new DiagnosisTally(FailureRules.USUAL);
        Triage triage = new Triage(
                new Diagnoser(Catalog.load()),
                DiagnosisContext.at(Instant.EPOCH),
                TriageFilter.ALL,
                tallied -> {},
                tally);
        byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
        CaptureReader.read(new ByteArrayInputStream(bytes), "-", Hints.NONE, triage);
        triage.finish();
        Set<String> windows = new TreeSet<>();
        for (Group group : tally.groups().list()) {
            for (Windows.Window window : group.windows().list()) {
                windows.add(
                        group.first().id() + " " + window.firstSeen() + " " + window.lastSeen() + " " + window.count());
            }
        }
        return windows;
    }

    private static List<String> rows(int count) {
        Random chance = new Random(11);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.put(
                    "TimeGenerated",
                    Instant.parse("2026-05-02T00:00:00Z")
                            .plusSeconds(chance.nextInt(90_000))
                            .toString());
            row.put("RequestMethod", new String[] {"GET", "POST", "PATCH", "PUT", "DELETE"}[chance.nextInt(5)]);
            row.put("RequestUri", "https://graph.microsoft.com" + PATHS[chance.nextInt(PATHS.length)]);
            row.put("ResponseStatusCode", STATUSES[chance.nextInt(STATUSES.length)]);
            row.put("RequestId", chance.nextInt(4) == 0 ? "" : "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01");
            rows.add(JsonWriter.compactText(row));
        }
        return rows;
    }

    private static boolean isJudgedByRules(String row) {
        try {
            JsonNode json = Json.read(row);
            SentRequest request = new SentRequest(
                    json.path("RequestMethod").asText(), json.path("RequestUri").asText(), Headers.NONE, null);
            return json.path("ResponseStatusCode").asInt() == 400
                    && RequestLint.of(request).stream().anyMatch(LintFinding::isError);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> columns(JsonNode row) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("TimeGenerated", Instant.parse(row.path("TimeGenerated").asText()));
        columns.put("ResponseStatusCode", row.path("ResponseStatusCode").asLong());
        for (String name : List.of("RequestMethod", "RequestUri", "RequestId")) {
            columns.put(name, row.path(name).asText());
        }
        return columns;
    }
}
