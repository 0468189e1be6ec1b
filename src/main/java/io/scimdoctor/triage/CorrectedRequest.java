package io.scimdoctor.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Schemas;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A corrected request as text. It is the user's own, so the values of this API's attributes and parameters are given back
 * as they are; what stands under any other name may be a secret and never is.
 */
final class CorrectedRequest {
    private static final Pattern AUTHORITY = Pattern.compile("(://)[^/?#]{1,2000}@");
    private static final Pattern COMPARED = Pattern.compile(
            "(?i)\\b(\\w{0,40}(?:password|pwd|secret|token|key)\\w{0,40}\\s{1,9}\\w{2}\\s{1,9})\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
    private static final Set<String> PARAMETERS =
            Set.of(("filter attributes excludedattributes count cursor startindex sortby sortorder"
                            + " $filter $select $top $count $expand $orderby $skip $search")
                    .split(" "));

    private CorrectedRequest() {}

    static String text(SentRequest request) {
        StringBuilder text = new StringBuilder();
        text.append(request.method())
                .append(' ')
                .append(url(String.valueOf(request.url())))
                .append('\n');
        for (Headers.Field field : request.headers().fields()) {
            boolean secret = Redaction.isSecretHeader(field.name());
            text.append(field.name())
                    .append(": ")
                    .append(secret ? secret(field) : field.value())
                    .append('\n');
        }
        String body = request.body();
        if (body != null) {
            text.append('\n').append(masked(body)).append('\n');
        }
        return text.toString();
    }

    private static String secret(Headers.Field field) {
        boolean bearer = field.value().regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? "Bearer " + Redactor.MASK : Redactor.MASK;
    }

    /** A URL or a query without the values of parameters that this API does not have. */
    static String url(String url) {
        String plain = AUTHORITY.matcher(url).replaceFirst("$1" + Redactor.MASK + "@");
        int mark = plain.indexOf('?');
        if (mark < 0 && (plain.contains("://") || plain.startsWith("/") || plain.indexOf('=') < 0)) {
            return plain;
        }
        StringBuilder shown = new StringBuilder(plain.substring(0, mark + 1));
        String separator = "";
        for (String pair : plain.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            boolean known = equals < 0 || PARAMETERS.contains(name);
            shown.append(separator).append(known ? filter(pair) : pair.substring(0, equals + 1) + Redactor.MASK);
            separator = "&";
        }
        return shown.toString();
    }

    /** A filter without what a secret is compared with. */
    static String filter(String filter) {
        return COMPARED.matcher(filter).replaceAll("$1\"[masked]\"");
    }

    /** A body without what stands under names that are none of this API's; its layout stays where that is possible. */
    static String masked(String body) {
        JsonNode tree = Json.readLeniently(body).node();
        if (!tree.isContainerNode()) {
            return Redactor.text(body);
        }
        Set<String> hidden = new LinkedHashSet<>();
        JsonNode safe = new Masking(hidden).value("", tree, true);
        String text = body;
        for (String value : hidden) {
            text = text.replace(JsonWriter.compactText(new TextNode(value)), "\"" + Redactor.MASK + "\"");
        }
        boolean same = Json.readLeniently(text).node().equals(safe);
        return same ? text : JsonWriter.compactText(safe);
    }

    /** Copies a tree, and puts a mask in the place of each value whose name does not say that it is harmless. */
    private record Masking(Set<String> hidden) {
        JsonNode value(String name, JsonNode node, boolean known) {
            if (node.isObject()) {
                return object(node, name, known);
            }
            if (node.isArray()) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> array.add(value(name, element, known)));
                return array;
            }
            if (known || node.isNull() || node.isBoolean()) {
                return node;
            }
            hidden.add(node.asText());
            return new TextNode(Redactor.MASK);
        }

        private ObjectNode object(JsonNode node, String outer, boolean known) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            String target = node.has("op") ? Names.last(node.path("path").asText("")) : outer;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                boolean value = member.getKey().equalsIgnoreCase("value");
                String name = value ? target : member.getKey();
                boolean harmless = (value && target.isEmpty()) ? known : Names.isKnown(name);
                object.set(member.getKey(), value(name, member.getValue(), known && harmless));
            }
            return object;
        }
    }

    /** The names of this API; loaded when something was corrected. */
    private static final class Names {
        private static final Set<String> KNOWN = known();

        private static Set<String> known() {
            String own =
                    "schemas operations op path value id meta externalid type primary display $ref resourcetype location";
            Set<String> names = new HashSet<>(List.of(own.split(" ")));
            for (Schema schema : Schemas.load().all()) {
                names.add(schema.id().toLowerCase(Locale.ROOT));
                add(schema.attributes(), names);
            }
            return names;
        }

        private static void add(List<SchemaAttribute> attributes, Set<String> names) {
            for (SchemaAttribute attribute : attributes) {
                names.add(attribute.name().toLowerCase(Locale.ROOT));
                add(attribute.subAttributes(), names);
            }
        }

        static boolean isKnown(String name) {
            return KNOWN.contains(name.toLowerCase(Locale.ROOT)) && !Redactor.mentionsSecret(name);
        }

        /** The last name of a path such as {@code emails[type eq "work"].value} or {@code urn:…:User:manager}. */
        static String last(String path) {
            int bracket = path.indexOf('[');
            String plain = bracket < 0 ? path : path.substring(0, bracket);
            plain = plain.substring(plain.lastIndexOf(':') + 1);
            return plain.endsWith(".value")
                    ? plain.substring(0, plain.length() - 6)
                    : plain.substring(plain.lastIndexOf('.') + 1);
        }
    }
}
