package io.scimdoctor.capture.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that stand in something else: a table in a message, a long document with something before each line. */
final class PastedTableTest {
    private static final String TABLE = """
            TimeGenerated,RequestMethod,RequestUri,ResponseStatusCode
            2026-11-30T09:00:00Z,GET,https://graph.microsoft.com/rp/scim/users?count=1,200
            2026-11-30T09:00:01Z,GET,https://graph.microsoft.com/rp/scim/groups?count=1,403
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Alex <alex@contoso.example>\nTo: ops@contoso.example\nSubject: failures\nContent-Type: text/plain; charset=utf-8\n\nHi all,\n\nthe export:\n\nTABLE\nWhat now?\n\nAlex\n",
                "can somebody look at this?\nTABLEthanks, all!\n",
                "can somebody look at this?\nTABLE",
                "> Hi,\n> \n> the export:\n> \nQUOTED> \n> Alex\n",
                "alex  10:02 AM\nsee:\n```\nTABLE```\nthanks!\n",
            })
    void a_table_within_a_message_is_read(String message) {
        for (char separator : new char[] {',', ';', '\t'}) {
            String table = TABLE.replace(',', separator);
            String text = message.replace("TABLE", table).replace("QUOTED", table.replaceAll("(?m)^", "> "));
            Reading reading = Reading.of(text.replaceAll("(?m)^(?:> ){2}", "> "));

            assertThat(reading.lines())
                    .as(text)
                    .containsExactly(
                            "1 GET https://graph.microsoft.com/rp/scim/users?count=1 200 ",
                            "2 GET https://graph.microsoft.com/rp/scim/groups?count=1 403 ");
            assertThat(reading.unreadable()).isEmpty();
        }
    }

    @Test
    void words_with_commas_are_no_table() {
        assertThat(Reading.of("The columns are method, url, status.\nWe never look at them, thanks.\n")
                        .captured())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-30T09:00:01.123456789Z ", "scim-1  | ", "2026-11-30T09:00:01.123456789Z stdout F ", "> "
            })
    void a_long_document_behind_prefixes_is_one(String prefix) {
        StringBuilder document = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            document.append(i == 0 ? "{\n  \"entries\": [\n" : ",\n")
                    .append(
                            "    {\n      \"method\": \"GET\",\n      \"url\": \"https://graph.microsoft.com/rp/scim/users/")
                    .append(i)
                    .append("?attributes=userName,displayName,emails,addresses,phoneNumbers\",\n")
                    .append("      \"headers\": {\n        \"content-type\": \"application/scim+json\"\n      },\n")
                    .append("      \"status\": 404\n    }");
        }
        String text = document.append("\n  ]\n}").toString().replaceAll("(?m)^", prefix);

        Reading reading = Reading.of(text + "\n");

        assertThat(text.length()).isGreaterThan(64 * 1024);
        assertThat(reading.captured()).hasSize(300);
        assertThat(reading.unreadable()).isEmpty();
    }
}
