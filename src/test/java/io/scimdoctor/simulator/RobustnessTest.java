package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.scim.Attributes;
import io.scimdoctor.simulator.login.SampleTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
    void no_random_request_goes_unanswered() {
        Random random = new Random(11);
        try (Simulator simulator = Simulators.start("healthy")) {
            Client client = new Client(simulator);
            for (int i = 0; i < 250; i++) {
                String body = random.nextBoolean() ? object(random, 0) : patch(random);
                String path = "/" + pick(random, "users", "groups")
                        + pick(random, "", "/" + SampleTenant.userId(5), "/" + SampleTenant.groupId(0));

                assertThat(client.write(pick(random, "POST", "PATCH"), path, body)
                                .status())
                        .as(body)
                        .isBetween(200, 499);
                assertThat(client.get(path + query(random)).status()).isBetween(200, 499);
            }
        }
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder("?");
        for (int i = random.nextInt(3); i >= 0; i--) {
            query.append(encoded(QUERIES[random.nextInt(6)]))
                    .append('=')
                    .append(encoded(pick(random, QUERIES)))
                    .append('&');
        }
        return query.toString();
    }

    private static String patch(Random random) {
        StringBuilder operations = new StringBuilder();
        for (int i = random.nextInt(2); i >= 0; i--) {
            operations
                    .append("{\"op\":\"")
                    .append(pick(random, "add", "remove", "replace"))
                    .append("\",\"path\":\"")
                    .append(pick(random, PATHS))
                    .append("\",\"value\":")
                    .append(random.nextBoolean() ? pick(random, VALUES) : object(random, 0))
                    .append(i > 0 ? "}," : "}");
        }
        return "{\"schemas\":[\"" + Attributes.PATCH_OP + "\"],\"Operations\":[" + operations + "]}";
    }

    private static String object(Random random, int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = random.nextInt(4); i >= 0; i--) {
            object.append('"')
                    .append(pick(random, NAMES))
                    .append("\":")
                    .append(depth < 3 && random.nextBoolean() ? object(random, depth + 1) : pick(random, VALUES))
                    .append(i > 0 ? "," : "");
        }
        return object.append('}').toString();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
