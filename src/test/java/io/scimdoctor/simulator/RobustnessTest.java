package io.scimdoctor.simulator;

import static io.scimdoctor.Generated.below;
import static io.scimdoctor.Generated.pick;
import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Generated;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/** Whatever is sent, the simulator answers: a crash would look like a fault of the network. */
class RobustnessTest {
    private static final String[] VALUES = {
        "null", "true", "\"\"", "\"x\"", "7", "[]", "{}", "[1]", "[{\"value\":null}]", "{\"value\":{}}", "[\"a\",[]]"
    };
    private static final String[] NAMES = {
        "schemas",
        "Operations",
        "op",
        "path",
        "value",
        "userName",
        "name",
        "emails",
        "members",
        "active",
        "manager",
        Attributes.ENTERPRISE_USER,
        Attributes.ENTRA_USER,
        "displayName",
        "password"
    };
    private static final String[] PATHS = {
        "members",
        "members[value eq \\\"x\\\"]",
        "emails[type eq \\\"work\\\"].value",
        "emails[0]",
        "name",
        "name.x",
        "addresses[type pr].a",
        "[",
        "active",
        Attributes.ENTERPRISE_USER,
        Attributes.ENTERPRISE_USER + ":manager",
        Attributes.ENTRA_USER + ":mailNickname.x",
        "phoneNumbers[type eq \\\"work\\\" or type pr]",
        ".",
        ":"
    };
    private static final String[] QUERIES = {
        "filter",
        "count",
        "cursor",
        "attributes",
        "excludedAttributes",
        "startIndex",
        "userName eq \"x\"",
        "a.b",
        "-1",
        "not(",
        "MTB8",
        "urn:",
        ",",
        "id eq \"\\u00zz\"",
        "999999999999"
    };

    @Test
    void no_generated_request_goes_unanswered() {
        Gen<String> paths = chance -> "/" + pick(chance, "users", "groups")
                + pick(chance, "", "/" + SampleTenant.userId(5), "/" + SampleTenant.groupId(0));
        Gen<String> bodies = chance -> below(chance, 2) == 0 ? object(chance, 0) : patch(chance);
        try (Simulator simulator = Simulators.start("healthy")) {
            Client client = new Client(simulator);

            Generated.values(120).forAll(paths, bodies, RobustnessTest::query).checkAssert((path, body, query) -> {
                assertThat(client.write("POST", path, body).status()).isBetween(200, 499);
                assertThat(client.write("PATCH", path, body).status()).isBetween(200, 499);
                assertThat(client.get(path + query).status()).isBetween(200, 499);
            });
        }
    }

    private static String query(RandomnessSource chance) {
        StringBuilder query = new StringBuilder("?");
        for (int i = below(chance, 3); i >= 0; i--) {
            query.append(encoded(QUERIES[below(chance, 6)]))
                    .append('=')
                    .append(encoded(pick(chance, QUERIES)))
                    .append('&');
        }
        return query.toString();
    }

    private static String patch(RandomnessSource chance) {
        StringBuilder operations = new StringBuilder();
        for (int i = below(chance, 2); i >= 0; i--) {
            operations
                    .append("{\"op\":\"")
                    .append(pick(chance, "add", "remove", "replace"))
                    .append("\",\"path\":\"")
                    .append(pick(chance, PATHS))
                    .append("\",\"value\":")
                    .append(below(chance, 2) == 0 ? pick(chance, VALUES) : object(chance, 0))
                    .append(i > 0 ? "}," : "}");
        }
        return "{\"schemas\":[\"" + Attributes.PATCH_OP + "\"],\"Operations\":[" + operations + "]}";
    }

    private static String object(RandomnessSource chance, int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = below(chance, 4); i >= 0; i--) {
            object.append('"')
                    .append(pick(chance, NAMES))
                    .append("\":")
                    .append(depth < 3 && below(chance, 2) == 0 ? object(chance, depth + 1) : pick(chance, VALUES))
                    .append(i > 0 ? "," : "");
        }
        return object.append('}').toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
