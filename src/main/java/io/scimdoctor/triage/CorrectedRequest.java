package io.scimdoctor.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.rule.MaskedLine;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A corrected request as text. On the user's own screen it is given back as it is, but for secrets; what is handed on shows
 * no value.
 */
final class CorrectedRequest {
    private static final Pattern COMPARED = Pattern.compile(
            "(?i)\\b(\\w{0,40}(?:password|pwd|secret|token|key)\\w{0,40}\\s{1,9}\\w{2}\\s{1,9})\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");

    private CorrectedRequest() {}

    static Told text(SentRequest request) {
        String start = request.method() + " ";
        Told text = line(String.valueOf(request.url())).between(start, "\n");
        Headers safe = new Redaction(Pseudonyms.NONE, secret -> {}).headers(request.headers());
        text = text.then(new Told(headers(request.headers()), headers(safe)));
        String body = request.body();
        return body == null ? text : text.then(body(body).between("\n", "\n"));
    }

    private static String headers(Headers headers) {
        StringBuilder text = new StringBuilder();
        for (Headers.Field field : headers.fields()) {
            boolean secret = Redaction.isSecretHeader(field.name());
            text.append(field.name())
                    .append(": ")
                    .append(secret ? secret(field) : Redactor.seen(field.value()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String secret(Headers.Field field) {
        boolean bearer = field.value().regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? "Bearer " + Redactor.MASK : Redactor.MASK;
    }

    /** A URL, a query or a filter. */
    static Told line(String text) {
        String seen = Redactor.seen(COMPARED.matcher(text).replaceAll("$1\"[masked]\""));
        return new Told(seen, MaskedLine.of(text, Audience.HANDED_ON).text());
    }

    /** A body, whose layout stays where that is possible. */
    static Told body(String body) {
        JsonNode tree = Json.readLeniently(body).node();
        if (!tree.isContainerNode()) {
            return new Told(Redactor.seen(body), Redactor.MASK);
        }
        Set<String> hidden = new LinkedHashSet<>();
        JsonNode safe = new Masking(hidden).value("", tree, false);
        String text = body;
        for (String value : hidden) {
            text = text.replace(JsonWriter.compactText(new TextNode(value)), "\"" + Redactor.MASK + "\"");
        }
        boolean same = Json.readLeniently(text).node().equals(safe);
        StringJoiner handedOn = new StringJoiner("\n");
        body.lines()
                .forEach(line ->
                        handedOn.add(MaskedLine.of(line, Audience.HANDED_ON).text()));
        return new Told(same ? text : JsonWriter.compactText(safe), handedOn.toString());
    }

    /** Copies a tree, and puts a mask in the place of each secret. */
    private record Masking(Set<String> hidden) {
        JsonNode value(String name, JsonNode node, boolean secret) {
            if (node.isObject()) {
                return object(node, name, secret);
            }
            if (node.isArray()) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> array.add(value(name, element, secret)));
                return array;
            }
            boolean shown = node.isNull() || node.isBoolean() || !(secret || isSecret(name, node.asText()));
            if (shown) {
                return node;
            }
            hidden.add(node.asText());
            return new TextNode(Redactor.MASK);
        }

        private ObjectNode object(JsonNode node, String outer, boolean secret) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            String target = node.has("op") ? last(node.path("path").asText("")) : outer;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                boolean value = member.getKey().equalsIgnoreCase("value");
                String name = value && !target.isEmpty() ? target : member.getKey();
                object.set(member.getKey(), value(name, member.getValue(), secret || isNamed(name)));
            }
            return object;
        }

        /** A slip in the name of the password is a usual one. */
        private static boolean isNamed(String name) {
            return Redactor.mentionsSecret(name) || Nearest.of(name, List.of("password")) != null;
        }

        private static boolean isSecret(String name, String value) {
            return Redactor.seen("\"" + name + "\": \"" + value + "\"").contains(Redactor.MASK);
        }

        /** The last name of a path such as {@code emails[type eq "work"].value} or {@code urn:…:User:manager}. */
        private static String last(String path) {
            int bracket = path.indexOf('[');
            String plain = bracket < 0 ? path : path.substring(0, bracket);
            plain = plain.substring(plain.lastIndexOf(':') + 1);
            return plain.endsWith(".value")
                    ? plain.substring(0, plain.length() - 6)
                    : plain.substring(plain.lastIndexOf('.') + 1);
        }
    }
}
