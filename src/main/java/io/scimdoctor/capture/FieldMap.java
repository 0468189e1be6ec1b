package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.capture.text.Times;
import io.scimdoctor.redact.Redactor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says where a log of an unknown form keeps what a diagnosis needs: a dotted path for each part of an exchange. */
public record FieldMap(Map<String, String> paths) {
    /** The parts of an exchange that can be named. */
    public static final Set<String> PARTS =
            Set.of("status", "method", "url", "time", "body", "id", "request-id", "app", "tenant");

    public static final FieldMap NONE = new FieldMap(Map.of());

    private static final int GUID = 36;
    private static final int DEEPEST = 4;
    private static final long FIRST_MILLIS = 100_000_000_000L;

    public FieldMap {
        paths = Map.copyOf(paths);
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /** As it is written on a command line, masked. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> path : new TreeMap<>(paths).entrySet()) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(path.getKey())
                    .append('=')
                    .append(Redactor.fileName(path.getValue()));
        }
        return text.toString();
    }

    /** The exchange that a record holds under these names, without a status when it has none. */
    Draft read(JsonNode record) {
        Draft draft = new Draft();
        String status = at(record, "status");
        draft.status = status == null ? Draft.UNKNOWN : Texts.leadingStatus(status.trim());
        draft.method = at(record, "method");
        draft.url = at(record, "url");
        draft.id = at(record, "id");
        String body = at(record, "body");
        draft.body = body == null ? "" : body;
        draft.application = at(record, "app");
        draft.tenant = at(record, "tenant");
        Records.add(draft.headers, "request-id", at(record, "request-id"));
        draft.at = time(at(record, "time"));
        return draft;
    }

    private @Nullable String at(JsonNode record, String part) {
        String path = paths.get(part);
        return path == null ? null : Records.string(find(record, path));
    }

    /** A key may itself hold dots, so the longest key that fits goes first. */
    private static JsonNode find(JsonNode record, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            JsonNode value = record.path(path.substring(0, end));
            if (!value.isMissingNode()) {
                return end == path.length() ? value : find(value, path.substring(end + 1));
            }
        }
        return record.path(path);
    }

    /** A time as a text, or in seconds or milliseconds since 1970. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            return Instant.ofEpochMilli((long) (number >= FIRST_MILLIS ? number : number * 1000));
        } catch (NumberFormatException e) {
            return Times.parse(text);
        }
    }

    /** A guess from one record, or null when it bears no status beside a method or URL. */
    static @Nullable FieldMap guess(JsonNode record) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(record, "", 0, found);
        boolean enough = found.containsKey("status") && (found.containsKey("method") || found.containsKey("url"));
        return enough ? new FieldMap(found) : null;
    }

    private static void collect(JsonNode node, String prefix, int depth, Map<String, String> found) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String path = prefix + field.getKey();
            if (field.getValue().isObject() && depth < DEEPEST) {
                collect(field.getValue(), path + ".", depth + 1, found);
                continue;
            }
            String text = Records.string(field.getValue());
            for (Map.Entry<String, Set<String>> usual : Usual.NAMES.entrySet()) {
                boolean named = usual.getValue().contains(plain(field.getKey()))
                        || usual.getValue().contains(plain(path));
                if (named && text != null && fits(usual.getKey(), text)) {
                    found.putIfAbsent(usual.getKey(), path);
                }
            }
        }
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                plain.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        return plain.toString();
    }

    private static boolean fits(String part, String text) {
        return switch (part) {
            case "status" -> Texts.leadingStatus(text.trim()) != Draft.UNKNOWN;
            case "method" -> Texts.isMethod(text.toUpperCase(java.util.Locale.ROOT));
            case "url" -> text.indexOf('/') >= 0;
            case "time" -> time(text) != null;
            // Other things have such names, too; those of the service are GUIDs.
            case "request-id" -> text.length() == GUID && text.charAt(8) == '-';
            default -> !text.isEmpty();
        };
    }

    /** Loaded when a guess is needed. */
    private static final class Usual {
        /** Names that logs use, without regard to case and punctuation; the last word or the whole path has to be one. */
        static final Map<String, Set<String>> NAMES = Map.of(
                "status",
                Set.of(
                        "status",
                        "statuscode",
                        "httpstatus",
                        "httpstatuscode",
                        "responsestatus",
                        "responsecode",
                        "scstatus",
                        "httpcode",
                        "code",
                        "httpresponsestatuscode"),
                "method",
                Set.of("method", "verb", "httpmethod", "requestmethod", "csmethod", "httprequestmethod"),
                "url",
                Set.of(
                        "url",
                        "uri",
                        "requesturi",
                        "requesturl",
                        "httpurl",
                        "httptarget",
                        "path",
                        "requestpath",
                        "urlfull",
                        "target"),
                "time",
                Set.of("time", "timestamp", "ts", "datetime", "eventtime", "at", "startedat"),
                "body",
                Set.of("body", "responsebody", "responsetext", "responsecontent", "errorbody"),
                "request-id",
                Set.of("requestid", "xrequestid", "msrequestid", "httprequestid", "reqid", "rid"),
                "app",
                Set.of("appid", "clientid", "applicationid"),
                "tenant",
                Set.of("tenantid", "tid"));
    }
}
