package io.scimdoctor.redact;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows a value as the policy of its field allows. */
record ValueMask(TextMask texts, Pseudonyms pseudonyms, Consumer<String> secretSeen) {
    private static final int LONGEST_VERSION = 24;

    String shown(Policy policy, String value) {
        return switch (policy) {
            case WORD, TEXT -> texts.text(value);
            case NUMBER -> value.matches("[0-9]{1,8}") ? value : Redactor.MASK;
            case URL -> texts.url(value);
            case ADDRESS ->
                value.contains("://")
                        ? texts.url(value)
                        : texts.url("https://" + value).substring(8);
            case PATH -> texts.filter(value);
            case USER -> user(value);
            case NAME -> TextMask.isMail(value) ? texts.mail(value) : pseudonyms.of(Pseudonyms.Kind.NAME, value);
            case PHONE -> pseudonyms.of(Pseudonyms.Kind.PHONE, Phones.digits(value));
            case PRODUCT -> products(value);
            case IDENTIFIER -> Form.IDENTIFIER.matcher(value).matches() ? value : Redactor.MASK;
            case REFERENCE -> Redactor.identifier(value);
            case DIAGNOSTIC -> diagnostic(value);
            case CREDENTIALS -> credentials(value.trim());
            case SECRET -> secret(value);
            case UNKNOWN -> TextMask.isMail(value) ? texts.mail(value) : Redactor.MASK;
        };
    }

    /** A user principal name or a mail address, perhaps behind {@code SMTP:} as in proxy addresses. */
    private String user(String value) {
        String scheme = value.regionMatches(true, 0, "smtp:", 0, 5) ? value.substring(0, 5) : "";
        String address = value.substring(scheme.length());
        return TextMask.isMail(address) ? scheme + texts.mail(address) : pseudonyms.of(Pseudonyms.Kind.USER, value);
    }

    /**
     * As User-Agent, Server and Via carry them (RFC 9110, section 10.1.5). They tell a client from a proxy from the service;
     * a name that is not listed may be that of a company or a person.
     */
    private String products(String value) {
        List<String> shown = new ArrayList<>();
        for (String word : value.split("\\s+")) {
            Matcher product = Form.PRODUCT.matcher(word);
            boolean known = product.matches()
                    && String.valueOf(product.group(2)).length() <= LONGEST_VERSION
                    && Form.PRODUCTS.contains(product.group(1).toLowerCase(Locale.ROOT));
            shown.add(known ? word : texts.text(word));
        }
        return String.join(" ", shown);
    }

    /** The scheme stays: whether a token was sent, and how, decides the diagnosis. */
    private String credentials(String value) {
        String[] parts = value.split("\\s", 2);
        if (!Words.allowed(parts[0])) {
            return secret(value);
        }
        return parts.length == 1 ? value : parts[0] + " " + secret(parts[1].trim());
    }

    private String secret(String value) {
        if (!value.equals(Redactor.MASK)) {
            Stream<String> cookies =
                    Stream.of(value.split(";\\s*+")).map(pair -> pair.substring(pair.indexOf('=') + 1));
            Stream.concat(Stream.of(value), cookies).distinct().forEach(secretSeen);
        }
        return Redactor.MASK;
    }

    /** Graph's servers have names such as AM2PEPF0001BE1C, which lead its engineers to their logs. */
    private String diagnostic(String value) {
        JsonNode server = Json.readLeniently(value).node().path("ServerInfo");
        if (!server.isObject()) {
            return texts.text(value);
        }
        List<String> shown = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : server.properties()) {
            String fact = entry.getValue().asText();
            boolean named = Form.SERVER.matcher(fact.toUpperCase(Locale.ROOT)).matches();
            if (Words.allowed(entry.getKey())) {
                shown.add('"' + entry.getKey() + "\":\"" + (named ? fact : texts.text(fact)) + '"');
            }
        }
        return "{\"ServerInfo\":{" + String.join(",", shown) + "}}";
    }

    /** Compiled on first use only. */
    private static final class Form {
        static final Set<String> PRODUCTS =
                Resource.rows(ValueMask.class, "products.txt").keySet();
        /** Numbers between dots, perhaps with a short mark such as {@code rc1} or {@code beta}. */
        static final Pattern PRODUCT = Pattern.compile("[(\\[]*+([\\w.-]++)(?:/([0-9]{1,8}(?:\\.[0-9]{1,8})*+"
                + "(?:[-._+]?(?i:rc|beta|alpha|b|u|stable)[0-9.]{0,4})?)?)?[);,\\]]*+");
        /** A GUID, a W3C trace parent or the like; the service never gives it another form. */
        static final Pattern IDENTIFIER = Pattern.compile("(?=.*[0-9])[0-9a-fA-F]{1,40}(?:-[0-9a-fA-F]{1,40}){0,5}");

        static final Pattern SERVER = Pattern.compile("[A-Z]{2,4}[0-9]{1,2}[A-Z]{0,2}PF[0-9A-F]{8}|[0-9A-F]{3}");
    }
}
