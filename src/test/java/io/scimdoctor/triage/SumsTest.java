package io.scimdoctor.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sums over bytes have to be those of the full way, letter by letter. */
class SumsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TriageFilter SOME = new TriageFilter(
            Instant.parse("2026-05-02T00:00:02.0005Z"), Instant.parse("2026-05-02T00:20:00Z"), Set.of());
    private static final TriageFilter ONE = new TriageFilter(null, null, Set.of("service-timeout", "throttled"));

    @Test
    void the_corpus_and_its_variants_sum_up_to_the_same() throws IOException {
        assertSame(corpus(), lines -> String.join("\n", lines), TriageFilter.ALL);
    }

    /** Times and ids differ, successes stand in between, lines are damaged, and all of it comes again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void any_log_sums_up_to_what_its_single_calls_do(int seed) throws IOException {
        Random chance = new Random(seed);
        int form = chance.nextInt(4);
        List<String> records = new ArrayList<>();
        for (String line : mixed(chance)) {
            String record = switch (form) {
                case 0 -> line;
                case 1 -> row((ObjectNode) Json.read(line), chance);
                case 2 -> entry((ObjectNode) Json.read(line));
                default ->
                    entry((ObjectNode) Json.read(line)).replace("\":", "\": ").replace(",\"", ",\n  \"");
            };
            records.add(chance.nextInt(8) == 0 ? damaged(record, chance) : record);
        }
        String feed = chance.nextBoolean() ? "\n" : "\r\n";
        UnaryOperator<List<String>> twice =
                lines -> Stream.concat(lines.stream(), lines.stream()).toList();

        assertSame(
                twice.apply(records),
                lines -> form < 2
                        ? String.join(feed, lines)
                        : "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",", lines) + "]}}",
                List.of(TriageFilter.ALL, SOME, ONE).get(chance.nextInt(3)));
    }

    /** A log of text is read in blocks, and each of its failures counts, also behind a page or a body that is cut off. */
    @Test
    void each_failing_line_of_a_long_log_of_text_counts() throws IOException {
        Random chance = new Random(5);
        String[] ends = {"400", "502 <html>", "400 {\"error\":{\"code\":\"BadRequest\",\"message\":\"Too"};
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            String call = "ERROR sync - GET https://graph.microsoft.com/rp/scim/users -> " + pick(ends, chance) + "\n";
            log.append("2026-05-02T08:" + (10 + i % 50) + ":00.000Z " + call);
        }

        assertThat(isSame(log.toString(), TriageFilter.ALL)).isTrue();
        assertThat(sums(log.toString(), TriageFilter.ALL, 0)).contains("\"failures\": 3000,");
    }

    /** The samples of the forms that one JSON object can have, each among others and more than once. */
    @Test
    void the_sample_of_each_form_sums_up_to_the_same() throws IOException {
        File[] samples = new File("src/test/resources/io/scimdoctor/capture/form")
                .listFiles((folder, name) -> name.endsWith(".sample.json"));
        assertThat(samples).hasSizeGreaterThan(6);
        for (File sample : samples) {
            String line = JsonWriter.compactText(
                    Json.readLeniently(Files.readString(sample.toPath())).node());
            List<String> lines = new ArrayList<>();
            for (String other : corpus().subList(0, 20)) {
                lines.addAll(List.of(other, line, line));
            }
            assertSame(lines, log -> String.join("\n", log), TriageFilter.ALL);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** A hundred calls of all kinds. A 400 is judged by the request: whatever a likeness leaves out must not matter. */
    private static List<String> mixed(Random chance) throws IOException {
        List<String> corpus = corpus();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(
                    switch (chance.nextInt(4)) {
                        case 0 -> success(chance);
                        case 1 -> refused(chance);
                        default -> again(corpus.get(chance.nextInt(corpus.size())), i, chance);
                    });
        }
        return lines;
    }

    private static String again(String line, int number, Random chance) throws IOException {
        ObjectNode node = (ObjectNode) Json.read(line);
        if (chance.nextInt(4) > 0) {
            Instant start = Instant.parse("2026-05-02T00:00:00Z");
            node.put(
                    "startedAt",
                    start.plusMillis(number * 700L + chance.nextInt(60_000)).toString());
        }
        return withOtherIds(JsonWriter.compactText(node), chance);
    }

    private static String[] literals(String guid) {
        String words = ",a,b,true,FALSE,null,5,2026-01-01,ann@contoso.example,id,{id},<id>,a b,";
        String upper = guid.toUpperCase(Locale.ROOT);
        String guids =
                String.join(",", guid, upper, guid + "0", guid.substring(1), "80049228-0c6e-4f5a-8e38-2c0d0c6f7a01");
        return (words + guids + ",work,members,not,and,schemas,urn:a,%41,a.b-c_d").split(",");
    }

    private static String refused(Random chance) {
        String guid = "5c1d0c70-" + hex(chance) + "1-4222-8333-444455556666";
        String[] literals = literals(guid);
        String[] names = {
            "userName", "id", "displayName", "active", "externalId", "members.value", "emails.value", "meta.x"
        };
        String quote = pick(new String[] {"%22", "\\\"", "'", ""}, chance);
        String value = quote + pick(literals, chance) + quote;
        String comparison =
                pick(names, chance) + " " + pick(new String[] {"eq", "ew", "co", "pr", "is"}, chance) + " " + value;
        String[] queries = {
            "filter=" + comparison,
            "filter=" + comparison + " and id eq %22" + pick(literals, chance) + "%22",
            "filter=not(" + comparison + ")",
            "filter=emails[type eq " + value + "]",
            "count=" + value,
            "count=" + value + "&filter=" + comparison,
            "attributes=" + value,
            "attributes=userName,%22" + pick(literals, chance) + "%22&count=500",
            "cursor=" + value,
            value + "=" + value,
        };
        String plain = pick(queries, chance);
        String query = chance.nextBoolean() ? plain.replace(" ", chance.nextBoolean() ? "%20" : "+") : plain;
        String url = "https://graph.microsoft.com/rp/scim/" + pick(new String[] {"users", "groups", "Schemas"}, chance);
        String headers = pick(new String[] {"", "\"accept\":\"application/json\",\"client-request-id\":\"x\""}, chance);
        String[] bodies = {
            "{\\\"detail\\\":\\\"Bad request.\\\",\\\"status\\\":\\\"400\\\"}",
            "{\\\"detail\\\":\\\"Invalid filter.\\\",\\\"scimType\\\":\\\"invalidFilter\\\",\\\"status\\\":\\\"400\\\"}",
            ""
        };
        return "{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "?" + query + "\",\"headers\":{" + headers
                + "}},\"status\":400,\"headers\":{\"Content-Type\":\"application/scim+json\",\"request-id\":\"" + guid
                + "\"},\"body\":\"" + pick(bodies, chance) + "\"}";
    }

    /** A log that does not is made as short as can be. */
    private static void assertSame(List<String> records, Function<List<String>, String> log, TriageFilter wanted)
            throws IOException {
        if (isSame(log.apply(records), wanted)) {
            return;
        }
        List<String> lines = records;
        for (int size = lines.size() / 2; size > records.size() / 100; size /= 2) {
            for (int at = 0; at < lines.size(); ) {
                List<String> fewer = new ArrayList<>(lines.subList(0, at));
                fewer.addAll(lines.subList(Math.min(lines.size(), at + size), lines.size()));
                if (isSame(log.apply(fewer), wanted)) {
                    at += size;
                } else {
                    lines = fewer;
                }
            }
        }
        String shortest = log.apply(lines);
        assertThat(sums(shortest, wanted, 0)).as(shortest).isEqualTo(sums(shortest, wanted, DiagnosisOutput.ALL));
        fail("the sums differ from one run to the next: " + shortest);
    }

    private static boolean isSame(String text, TriageFilter wanted) throws IOException {
        String each = sums(text, wanted, DiagnosisOutput.ALL);
        return sums(text, wanted, 0).equals(each) && sums(text, wanted, 9).equals(each);
    }

    private static String sums(String text, TriageFilter wanted, long mostListed) throws IOException {
        StringWriter json = new StringWriter();
        DiagnosisTally tally = new DiagnosisTally(FailureRules.USUAL);
        Page page = new Page("json", json, Style.PLAIN, false, false, "standard", true, 1000, NOW);
        DiagnosisOutput output = new SumsOnly(new DiagnosisJson(page, false), mostListed);
        read(text, new Triage(new Diagnoser(Catalog.load()), DiagnosisContext.at(NOW), wanted, output, tally));
        return json.toString();
    }

    private static void read(String text, Triage triage) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CaptureReader.read(new ByteArrayInputStream(bytes), "-", Hints.NONE, triage);
        triage.finish();
    }

    /** Takes the full way when each is wanted, and still prints the sums alone. */
    private record SumsOnly(DiagnosisJson json, long mostListed) implements DiagnosisOutput {
        @Override
        public void finish(DiagnosisTally tally) throws IOException {
            json.finish(tally);
        }
    }

    private static List<String> corpus() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : List.of("responses.ndjson", "variants.ndjson")) {
            byte[] bytes = SumsTest.class
                    .getResourceAsStream("/io/scimdoctor/corpus/" + name)
                    .readAllBytes();
            lines.addAll(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        }
        return lines;
    }

    private static String withOtherIds(String line, Random chance) {
        return line.replaceAll("([0-9a-f])([0-9a-f]{3})-([0-9a-f]{4})", "$1" + hex(chance) + "-$3");
    }

    private static String hex(Random chance) {
        return String.valueOf("0123456789abcdef".charAt(chance.nextInt(16))).repeat(3);
    }

    private static String success(Random chance) {
        String[] bodies = {
            "\"\"",
            "null",
            "\"{\\\"schemas\\\":[\\\"urn:ietf:params:scim:api:messages:2.0:ListResponse\\\"],\\\"Resources\\\":[]}\"",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"displayName\":\"d\\u00e9tail\"}",
            "\"{\\\"schemas\\\":[\\\"urn:ietf:params:scim:x\\\"],\\\"detail\\\":\\\"Unsupported Query.\\\"}\"",
            "\"{\\\"schemas\\\":[\\\"urn:ietf:params:scim:x\\\"],\\\"schemas\\\":[],"
                    + "\\\"message\\\":\\\"Invalid object identifier\\\"}\"",
            "\"{\\\"schemas\\\":[\\\"urn:ietf:params:scim:x\\\"],\\\"\\\\u0064etail\\\":\\\"Unsupported Query.\\\"}\"",
            "\"{\\\"schemas\\\":[\\\"urn:ietf:params:scim:x\\\"],\\\"scimType\\\":\\\"uniqueness\\\"}\"",
            "\"<html><title>Sign in</title></html>\"",
            "\"{\\\"access_token\\\":\\\"x\\\"}\"",
            "\"{\\\"value\\\":[]}\""
        };
        String[] headers = {
            "",
            ",\"headers\":{\"Date\":\"Sat, 02 May 2026 00:0" + chance.nextInt(9) + ":04 GMT\"}",
            ",\"headers\":{\"DATE\":\"Sat, 02 May 2026 00:01:04 GMT\",\"Server\":\"IMDS/150\"}",
            ",\"headers\":{\"server\":\"Kestrel\",\"www-authenticate\":\"Bearer error=\\\"insufficient_claims\\\"\"}",
            ",\"headers\":[{\"name\":\"Content-Type\",\"value\":\"application/json\"}]",
            ",\"headers\":null"
        };
        String[] starts = {
            "",
            "\"startedAt\":\"2026-05-02T00:1" + chance.nextInt(9) + ":00.123456Z\",",
            "\"startedAt\":\"2026-05-02T00:00:02.00" + chance.nextInt(9) + "Z\",",
            "\"startedAt\":\"2026-02-30T00:00:02Z\",",
            "\"startedDateTime\":\"2026-05-02T02:00:00+02:00\",",
            "\"startedAt\":null,"
        };
        return "{" + pick(starts, chance)
                + "\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"status\":"
                + pick(new String[] {"200", "204", "\"200\"", "\"200 OK\"", "200.0", "207"}, chance)
                + pick(headers, chance) + ",\"body\":" + pick(bodies, chance) + "}";
    }

    private static String pick(String[] choices, Random chance) {
        return choices[chance.nextInt(choices.length)];
    }

    private static String damaged(String line, Random chance) {
        StringBuilder text = new StringBuilder(line);
        for (int i = chance.nextInt(3); i >= 0 && text.length() > 4; i--) {
            int at = chance.nextInt(text.length() - 2);
            switch (chance.nextInt(8)) {
                case 0 -> text.setLength(at);
                case 1 -> text.deleteCharAt(at);
                case 2 ->
                    text.insert(at, pick(new String[] {"\"", "\\", "{", "}", ",", "\u0001", "\\u0064", "  "}, chance));
                case 3 -> text.setCharAt(at, (char) (32 + chance.nextInt(95)));
                case 4 -> text.insert(0, pick(new String[] {" ", "\t", "\uFEFF", "x", "[", "\u000B"}, chance));
                case 5 -> text.append(pick(new String[] {" ", "}", "x", "\t\r", ",", "\u00A0"}, chance));
                case 6 ->
                    text.insert(
                            1,
                            pick(
                                    new String[] {
                                        "\"status\":404,",
                                        "\"STATUS\":500,",
                                        "\"category\":\"x\",",
                                        "\"st\\u0061tus\":403,"
                                    },
                                    chance));
                default -> text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
            }
        }
        return text.toString().replace("\n", " ");
    }

    private static String entry(ObjectNode flat) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (flat.has("startedAt")) {
            entry.set("startedDateTime", flat.path("startedAt"));
        }
        ObjectNode request = entry.putObject("request");
        boolean nested = flat.path("request").isObject();
        JsonNode sent = nested ? flat.path("request") : flat;
        request.set("method", sent.path("method"));
        request.set("url", sent.path("url"));
        request.set("headers", list(nested ? sent.path("headers") : JsonNodeFactory.instance.objectNode()));
        if (nested && sent.path("body").isTextual()) {
            request.putObject("postData").set("text", sent.path("body"));
        }
        ObjectNode response = entry.putObject("response");
        response.set("status", flat.path("status"));
        response.set("headers", list(flat.path("headers")));
        response.putObject("content").set("text", flat.path("body"));
        return JsonWriter.compactText(entry);
    }

    private static ArrayNode list(JsonNode headers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<String, JsonNode> field : headers.properties()) {
            list.addObject().put("name", field.getKey()).set("value", field.getValue());
        }
        return list;
    }

    private static String row(ObjectNode flat, Random chance) {
        boolean export = chance.nextBoolean();
        JsonNode sent = flat.path("request").isObject() ? flat.path("request") : flat;
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        ObjectNode columns = row;
        if (export) {
            row.set("time", flat.path("startedAt"));
            row.put("category", chance.nextInt(9) == 0 ? "AuditEvent" : "MicrosoftGraphActivityLogs");
            row.put("tenantId", "5c1d0c70-1111-4222-8333-444455556666");
            columns = row.putObject("properties");
        }
        columns.set(name("TimeGenerated", export), flat.path("startedAt"));
        columns.set(name("RequestMethod", export), sent.path("method"));
        columns.set(name("RequestUri", export), sent.path("url"));
        columns.set(name("ResponseStatusCode", export), flat.path("status"));
        columns.put(name("AppId", export), "5c1d0c70-aaaa-4bbb-8ccc-00000000000" + chance.nextInt(9));
        if (chance.nextInt(3) > 0) {
            columns.put(
                    name("RequestId", export), chance.nextInt(9) == 0 ? "" : "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01");
        }
        return JsonWriter.compactText(row);
    }

    private static String name(String column, boolean lower) {
        return lower ? column.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + column.substring(1) : column;
    }
}
