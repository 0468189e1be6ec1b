package io.scimdoctor.capture.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scimdoctor.json.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of records in JSON whose client tells of a call in several: they are one text, as they are without the JSON. */
final class WireRecordsTest {
    private static final String GROUPS = "GET https://graph.microsoft.com/rp/scim/groups?count=1";
    private static final String DENIED =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"403\",\"detail\":\"Insufficient privileges to complete the operation.\"}";

    /** Each text is one record a line, a bar being a line end within one; the last of each tells of the call again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                http-outgoing-0 >> GET /rp/scim/groups?count=1 HTTP/1.1
                http-outgoing-0 >> Host: graph.microsoft.com
                http-outgoing-0 >> Accept: application/scim+json
                http-outgoing-0 << HTTP/1.1 403 Forbidden
                http-outgoing-0 << Content-Type: application/scim+json
                http-outgoing-0 << Content-Length: 136
                GET /rp/scim/groups?count=1 -> 403 Forbidden
                body: DENIED
                """,
                """
                [0000000001-0000000001] http-outgoing-0 >> "GET /rp/scim/groups?count=1 HTTP/1.1[\\r][\\n]"
                [0000000001-0000000001] http-outgoing-0 >> "Host: graph.microsoft.com[\\r][\\n]"
                [0000000001-0000000001] http-outgoing-0 >> "[\\r][\\n]"
                [0000000001-0000000001] http-outgoing-0 << "HTTP/1.1 403 Forbidden[\\r][\\n]"
                [0000000001-0000000001] http-outgoing-0 << "Content-Type: application/scim+json[\\r][\\n]"
                [0000000001-0000000001] http-outgoing-0 << "[\\r][\\n]"
                [0000000001-0000000001] http-outgoing-0 << "DENIED"
                sync failed: 403 Forbidden
                """,
                """
                [ScimApi#groups] ---> GROUPS HTTP/1.1
                [ScimApi#groups] Accept: application/scim+json
                [ScimApi#groups] ---> END HTTP (0-byte body)
                [ScimApi#groups] <--- HTTP/1.1 403 Forbidden (559ms)
                [ScimApi#groups] content-type: application/scim+json
                [ScimApi#groups] \s
                [ScimApi#groups] DENIED
                [ScimApi#groups] <--- END HTTP (136-byte body)
                sync failed|feign.FeignException$Forbidden: [403 Forbidden] during [GET] to [https://graph.microsoft.com/rp/scim/groups?count=1] [ScimApi#groups()]: [DENIED]
                """,
                """
                --> GROUPS
                Accept: application/scim+json
                --> END GET
                <-- 403 Forbidden https://graph.microsoft.com/rp/scim/groups?count=1 (80ms)
                Content-Type: application/scim+json
                DENIED
                <-- END HTTP (136-byte body)
                """,
                """
                HTTP GET https://graph.microsoft.com/rp/scim/groups?count=1
                Accept=[application/scim+json]
                Response 403 FORBIDDEN
                sync failed|org.springframework.web.client.HttpClientErrorException$Forbidden: 403 Forbidden: "DENIED"
                """,
                """
                Outgoing Request: f4017398a484b255|Remote: localhost|GROUPS HTTP/1.1|accept: application/scim+json
                Incoming Response: f4017398a484b255|Duration: 31 ms|HTTP/1.1 403 Forbidden|content-type: application/scim+json||DENIED
                """,
                """
                c-0000000000 >> GET /rp/scim/groups?count=1 HTTP/1.1
                c-0000000000[ACTIVE][rw:w][361] >> GET /rp/scim/gro  47 45 54 20 2f 72 70 2f 73 63 69 6d 2f 67 72 6f
                c-0000000000[ACTIVE][rw:w][361] >> ups?count=1 HTTP  75 70 73 3f 63 6f 75 6e 74 3d 31 20 48 54 54 50
                c-0000000000[ACTIVE][rw:w][361] >> /1.1  Host: grap  2f 31 2e 31 0d 0a 48 6f 73 74 3a 20 67 72 61 70
                c-0000000000[ACTIVE][rw:w][361] >> h.microsoft.com   68 2e 6d 69 63 72 6f 73 6f 66 74 2e 63 6f 6d 0d
                c-0000000000[ACTIVE][rw:w][361] >>                   0a 0d 0a
                c-0000000000[ACTIVE][r:r][750] << HTTP/1.1 403 For  48 54 54 50 2f 31 2e 31 20 34 30 33 20 46 6f 72
                c-0000000000[ACTIVE][r:r][750] << bidden            62 69 64 64 65 6e 0d 0a 0d 0a
                c-0000000000 << HTTP/1.1 403 Forbidden
                GET /rp/scim/groups?count=1 -> 403 DENIED
                """,
                """
                1 * Sending client request on thread main|1 > GROUPS|1 > Accept: application/scim+json|
                1 * Client response received on thread main|1 < 403|1 < Content-Type: application/scim+json|DENIED|
                GET /groups?count=1 failed|jakarta.ws.rs.ForbiddenException: HTTP 403 Forbidden
                """,
                """
                [8369c8a7] REGISTERED
                [8369c8a7-1, L:/192.0.2.7:3796 - R:graph.microsoft.com/192.0.2.9:443] WRITE: 275B GET /rp/scim/groups?count=1 HTTP/1.1|host: graph.microsoft.com||
                [8369c8a7-1, L:/192.0.2.7:3796 - R:graph.microsoft.com/192.0.2.9:443] READ: 647B HTTP/1.1 403 Forbidden|Content-Type: application/scim+json||DENIED
                [8369c8a7-1, L:/192.0.2.7:3796 - R:graph.microsoft.com/192.0.2.9:443] Received response|HTTP/1.1 403 Forbidden|Content-Type: <filtered>
                Response: 403 FORBIDDEN
                """,
                """
                Request: GROUPS
                Response: 403 FORBIDDEN
                GET /groups?count=1 failed|org.springframework.web.reactive.function.client.WebClientResponseException$Forbidden: 403 Forbidden from GROUPS
                DENIED
                """,
            })
    void a_call_that_records_tell_of_in_turn_is_one(String told) {
        String text = told.replace("GROUPS", GROUPS).replace("DENIED", DENIED);
        for (boolean spelled : new boolean[] {false, true}) {
            Reading reading = Reading.of(records(text, spelled));

            assertThat(reading.lines()).containsExactly("1 " + GROUPS + " 403 " + DENIED);
            assertThat(reading.unreadable()).isEmpty();
        }
    }

    @Test
    void an_answer_is_of_the_call_that_net_or_java_sent_before() {
        String net = """
                Start processing HTTP request GROUPS
                Sending HTTP request GROUPS
                Received HTTP response headers after 98.1256ms - 403
                End processing HTTP request after 101.7735ms - 403
                """;
        String java = """
                REQUEST: https://graph.microsoft.com/rp/scim/groups?count=1 GET
                HEADERS: RESPONSE HEADERS:|    content-type: application/scim+json|
                RESPONSE: (GROUPS) 403 HTTP_1_1 Local port:  39872
                """;
        for (String text : List.of(net, java)) {
            assertThat(Reading.of(records(text.replace("GROUPS", GROUPS), false))
                            .lines())
                    .containsExactly("1 " + GROUPS + " 403 ");
        }
    }

    /** What other loggers of the program write, or a record tells by its fields, is read as well. */
    @Test
    void a_call_beside_the_log_of_a_client_stays_one_of_its_own() {
        String wire = records("""
                http-outgoing-0 >> GET /rp/scim/users?count=1 HTTP/1.1
                http-outgoing-0 >> Host: graph.microsoft.com
                http-outgoing-0 << HTTP/1.1 200 OK
                http-outgoing-0 << Content-Type: application/scim+json
                """, false);
        String refused = records("failed: GROUPS|java.net.ConnectException: Connection refused\n", false);
        String fields = """
                {"time":"2026-11-30T12:14:26Z","method":"GET","url":"https://graph.microsoft.com/rp/scim/groups?count=1","status":403}
                """;

        assertThat(Reading.of(wire + refused.replace("GROUPS", GROUPS)).lines())
                .containsExactly(
                        "1 GET https://graph.microsoft.com/rp/scim/users?count=1 200 ",
                        "2 " + GROUPS + " connection-refused");
        assertThat(Reading.of(wire + fields).lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).endsWith(GROUPS + " 403 "));
    }

    private static String records(String text, boolean spelled) {
        StringBuilder log = new StringBuilder();
        for (String line : text.split("\n")) {
            String record = JsonWriter.compactText(JsonNodeFactory.instance
                    .objectNode()
                    .put("@timestamp", "2026-11-30T12:14:25.006Z")
                    .put("level", "DEBUG")
                    .put("message", line.replace('|', '\n')));
            log.append(spelled ? record.replace(">", "\\u003e").replace("<", "\\u003c") : record)
                    .append('\n');
        }
        return log.toString();
    }
}
