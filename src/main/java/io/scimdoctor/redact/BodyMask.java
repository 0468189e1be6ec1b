package io.scimdoctor.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Masks message bodies: JSON keeps its structure, forms and pages keep what is known to be harmless. */
record BodyMask(ValueMask values, Masked masked) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Sub-attributes that say nothing of their own: what they hold is told by the attribute above them. */
    private static final Set<String> TRANSPARENT = Set.of("value", "$ref", "operations", "resources", "results");

    /** The body as it may be kept; a body of an unknown form keeps the words that are known to be harmless. */
    String body(String body) {
        String start = ErrorBody.withoutMark(body);
        if (start.isEmpty()) {
            return "";
        }
        boolean maskedBefore = start.startsWith(Redactor.MASK);
        if (!maskedBefore && (start.charAt(0) == '{' || start.charAt(0) == '[')) {
            // As the classifier reads it: the end of a cut-off body often holds the sentence that matters.
            JsonNode node = ErrorBody.parse(start).json();
            return node.isMissingNode() ? sentence(start) : JsonWriter.compactText(value("", node, false));
        }
        if (start.charAt(0) == '<') {
            return "<html>"
                    + sentence(ErrorBody.parse(NamedSecrets.masked(start)).message()) + "</html>";
        }
        return isForm(start) ? form(start) : sentence(start);
    }

    private String sentence(String text) {
        String shown = values.texts().text(text);
        if (!shown.equals(text)) {
            masked.add("body text");
        }
        return shown;
    }

    /** A form as the token endpoint takes it (RFC 6749, appendix B). */
    private static boolean isForm(String text) {
        int equals = text.indexOf('=');
        int space = text.indexOf(' ');
        return equals > 0 && (space < 0 || space > equals) && text.indexOf('\n') < 0;
    }

    private String form(String text) {
        StringBuilder shown = new StringBuilder();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = ScimUrl.decode(equals < 0 ? "" : pair.substring(0, equals));
            String value = ScimUrl.decode(pair.substring(equals + 1));
            shown.append(shown.isEmpty() ? "" : "&")
                    .append(name(name))
                    .append('=')
                    .append(leaf(Policy.ofField(name), name, value, false));
        }
        return shown.toString();
    }

    private JsonNode value(String field, JsonNode node, boolean discovery) {
        if (node.isObject()) {
            return object(field, node, discovery);
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            for (JsonNode element : node) {
                array.add(value(field, element, discovery));
            }
            return array;
        }
        Policy policy = Policy.ofField(field);
        if (node.isTextual()) {
            return new TextNode(leaf(policy, field, node.textValue(), discovery));
        }
        boolean kept = !node.isNumber() || discovery || policy == Policy.NUMBER || policy == Policy.WORD;
        return kept ? node : new TextNode(leaf(Policy.UNKNOWN, field, node.asText(), false));
    }

    private ObjectNode object(String field, JsonNode node, boolean discovery) {
        ObjectNode object = NODES.objectNode();
        boolean describes = discovery || isDiscovery(node);
        String target = node.has("op") ? attribute(node.path("path").asText("")) : "";
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            String local = attribute(key);
            boolean transparent = TRANSPARENT.contains(local.toLowerCase(Locale.ROOT)) && !local.equals("$ref");
            String meaning = transparent ? (target.isEmpty() ? field : target) : local;
            if (!describes && Redactor.namesSecret(field)) {
                meaning = field;
            }
            object.set(unique(object, name(key)), value(meaning, entry.getValue(), describes));
        }
        return object;
    }

    /** Schemas, resource types and the service's configuration describe the API and nobody in it. */
    private static boolean isDiscovery(JsonNode node) {
        for (JsonNode schema : node.path("schemas")) {
            String urn = schema.asText();
            if (urn.endsWith(":Schema") || urn.endsWith(":ResourceType") || urn.endsWith(":ServiceProviderConfig")) {
                return true;
            }
        }
        return false;
    }

    /** The last name of an attribute path such as {@code emails[type eq "work"].value} or {@code urn:…:User:manager}. */
    private static String attribute(String path) {
        int bracket = path.indexOf('[');
        String local = bracket < 0 ? path : path.substring(0, bracket);
        if (local.startsWith("@") || local.startsWith("$")) {
            return local;
        }
        int colon = local.lastIndexOf(':');
        local = local.substring(colon + 1);
        int dot = local.lastIndexOf('.');
        String last = local.substring(dot + 1);
        return dot > 0 && last.equalsIgnoreCase("value") ? local.substring(0, dot) : last;
    }

    private String name(String name) {
        if (isListed(name) || Words.allowed(name)) {
            return name;
        }
        masked.add("unknown field name");
        return Redactor.MASK;
    }

    private static boolean isListed(String name) {
        return Policy.ofField(name) != Policy.UNKNOWN;
    }

    private static String unique(ObjectNode object, String name) {
        String unique = name;
        for (int i = 2; object.has(unique); i++) {
            unique = name + " " + i;
        }
        return unique;
    }

    private String leaf(Policy policy, String field, String value, boolean discovery) {
        if (value.isEmpty() || (policy != Policy.SECRET && isHarmless(field, value))) {
            return value;
        }
        String shown = discovery && policy != Policy.SECRET ? values.texts().text(value) : values.shown(policy, value);
        if (!shown.equals(value)) {
            masked.add("field " + (isListed(field) || Words.allowed(field) ? field : "of unknown name"));
        }
        return shown;
    }

    private static boolean isHarmless(String field, String value) {
        boolean guid = ScimUrl.isGuid(value) && !Redactor.namesSecret(field);
        return guid || value.equals(Redactor.MASK) || Words.isPseudonym(value);
    }
}
