package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads text without messages as they stand on the wire: PowerShell's errors and objects, exceptions of client
 * libraries, bodies with a status behind them. It looks for a status, a body, a URL and known header fields anywhere.
 */
final class LooseText {
    private final Draft draft = new Draft();
    private boolean typed;

    private LooseText() {}

    static List<Draft> read(List<String> lines) {
        List<Draft> drafts = new ArrayList<>();
        if (namesSeveralUrls(lines)) {
            for (String line : lines) {
                if (!line.isBlank()) {
                    drafts.add(new LooseText().single(List.of(line)));
                }
            }
        } else {
            drafts.add(new LooseText().single(lines));
        }
        return drafts;
    }

    /** A log of Python's {@code … for url: …}: each line is an answer of its own. */
    private static boolean namesSeveralUrls(List<String> lines) {
        int count = 0;
        for (String line : lines) {
            if (line.contains(" Error: ") && line.contains(" for url: ")) {
                count++;
            }
        }
        return count > 1
                && count == lines.stream().filter(line -> !line.isBlank()).count();
    }

    private Draft single(List<String> lines) {
        List<String> rest = withoutCommand(PowerShellLines.plain(lines));
        String text = String.join("\n", rest).strip();
        JsonExtent json = JsonExtent.find(text);
        String around = text;
        if (json != null) {
            body(json.text());
            around = text.substring(0, json.start()) + "\n" + text.substring(json.end());
        }
        if (!writtenOut(json == null ? text : text.substring(json.start()))) {
            status(around);
        }
        request(around);
        headers(rest);
        if (json == null) {
            String printed = PrintedError.body(text);
            draft.body = printed == null ? draft.body : printed;
        }
        if (draft.status == Draft.UNKNOWN && json == null && draft.body.isEmpty()) {
            withoutStatus(text);
        }
        if (json == null && draft.body.isEmpty()) {
            html(text);
        }
        return draft;
    }

    private void body(String json) {
        JsonNode node = Json.readLeniently(json).node();
        if (!node.has("Response Headers") && !node.has("Response Body")) {
            draft.body = json;
            return;
        }
        // What Postman's console copies behind the line of a request.
        Draft tree = CallRecord.draft(node);
        draft.requestHeaders.addAll(tree.requestHeaders);
        draft.headers.addAll(tree.headers);
        draft.body = tree.body;
        draft.requestBody = tree.requestBody == null ? draft.requestBody : tree.requestBody;
    }

    private List<String> withoutCommand(List<String> lines) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Draft command = typed ? null : CommandLine.parse(lines.get(i));
            if (command == null) {
                rest.add(lines.get(i));
                continue;
            }
            int last = CommandLine.lastLine(lines, i);
            Draft whole = CommandLine.parse(CommandLine.join(lines, i, last));
            draft.requestFrom(whole != null ? whole : command);
            typed = true;
            i = last;
        }
        return rest;
    }

    private boolean writtenOut(String text) {
        Draft copy = new Draft();
        copy.body = text;
        if (!WriteOut.strip(copy) || copy.status == Draft.UNKNOWN) {
            return false;
        }
        draft.status = copy.status;
        draft.body = copy.body;
        draft.url = draft.url == null ? copy.url : draft.url;
        draft.method = draft.method == null ? copy.method : draft.method;
        draft.headers.addAll(copy.headers);
        return true;
    }

    private void status(String text) {
        for (Pattern pattern : Patterns.STATUS) {
            Matcher matcher = pattern.matcher(text);
            while (draft.status == Draft.UNKNOWN && matcher.find()) {
                draft.status = Texts.leadingStatus(matcher.group(1));
            }
        }
        Matcher named = Patterns.NAMED_STATUS.matcher(text);
        if (draft.status == Draft.UNKNOWN && named.find()) {
            draft.status = Patterns.code(named.group(1));
        }
    }

    /** Takes the last method with a URL behind it that a text names into a draft. */
    static void namedCall(String text, Draft draft) {
        Matcher matcher = text.contains("://") ? Patterns.METHOD.matcher(text) : null;
        while (matcher != null && matcher.find()) {
            draft.method = matcher.group(1);
            draft.url = Texts.firstUrl(text.substring(matcher.start()));
        }
    }

    private void request(String text) {
        if (draft.url == null) {
            draft.url = Texts.firstUrl(text);
        }
        if (draft.method == null && draft.url != null) {
            Matcher matcher = Patterns.METHOD.matcher(text);
            draft.method = matcher.find() ? matcher.group(1) : null;
        }
    }

    private void headers(List<String> lines) {
        for (String line : lines) {
            String field = line.trim();
            int colon = field.indexOf(':');
            if (colon > 0 && isKnown(field.substring(0, colon).trim())) {
                Answers.header(draft.headers, field);
            }
            if (field.contains("{[")) {
                Matcher matcher = Patterns.PAIR.matcher(field);
                while (matcher.find()) {
                    draft.headers.add(new Headers.Field(matcher.group(1), matcher.group(2)));
                }
            }
        }
    }

    static boolean isKnown(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "request-id",
                    "client-request-id",
                    "date",
                    "retry-after",
                    "www-authenticate",
                    "x-ms-ags-diagnostic",
                    "content-type",
                    "server",
                    "via" -> true;
            default -> false;
        };
    }

    private void withoutStatus(String text) {
        TransportFault fault = FaultWords.find(text);
        if (fault != null && Patterns.TROUBLE.matcher(text).find()) {
            draft.unanswered(fault, "the client's message tells of it");
        } else {
            draft.body = text;
        }
    }

    private void html(String text) {
        String lower = Texts.lower(text);
        int start = lower.indexOf("<!doctype");
        start = start < 0 ? lower.indexOf("<html") : start;
        int end = lower.lastIndexOf("</html>");
        if (start >= 0) {
            draft.body = text.substring(start, end > start ? end + 7 : text.length());
        }
    }

    /** Compiled only when a text has this form. */
    private static final class Patterns {
        private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;

        /** From the clearest wording to the vaguest. */
        static final List<Pattern> STATUS = List.of(
                Pattern.compile("error:?\\s+\\((\\d{3})\\)", ANY_CASE),
                Pattern.compile("does not indicate success:\\s+(\\d{3})", ANY_CASE),
                Pattern.compile("\\b(\\d{3})\\s+(?:Client|Server)\\s+Error\\b"),
                Pattern.compile("\\bStatus\\s*Code\\s*[:=]\\s*(\\d{3})\\b", ANY_CASE),
                Pattern.compile("\\bHTTP/\\d(?:\\.\\d)?\\s+(\\d{3})\\b"),
                Pattern.compile("\\bHTTP\\s+(?:Error|status(?:\\s+code)?)\\s*[:=]?\\s*(\\d{3})\\b", ANY_CASE),
                Pattern.compile("\\bstatus(?:\\s*code|_code)?\\s*(?:of|is)?\\s*[:=]?\\s*\"?(\\d{3})\\b", ANY_CASE),
                Pattern.compile("\\bresponse\\s+(?:code\\s*[:=]?\\s*)?(\\d{3})\\b", ANY_CASE),
                Pattern.compile("\\breturned\\s+(?:error|status)?\\s*[:=]?\\s*(\\d{3})\\b", ANY_CASE),
                Pattern.compile(
                        "\\b(\\d{3})\\s+(?::\\s+)?(?:Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed"
                                + "|Not Acceptable|Conflict|Unsupported Media Type|Too Many Requests|Internal Server Error"
                                + "|Bad Gateway|Service Unavailable|Gateway Time-?out)\\b"),
                Pattern.compile("\\((\\d{3})\\)\\s+[A-Z][a-z]+"));

        static final Pattern NAMED_STATUS =
                Pattern.compile("\\bStatus(?:Code|Description)?\\s*[:=]\\s*\"?([A-Z][A-Za-z]+)\\b");
        static final Pattern METHOD = Pattern.compile("\\b(GET|POST|PUT|PATCH|DELETE|HEAD)\\b[\\s\"']+https?://");
        static final Pattern PAIR = Pattern.compile("\\[([A-Za-z0-9-]{2,60}),\\s*([^\\]]*)\\]");
        static final Pattern TROUBLE = Pattern.compile(
                "exception|error|curl|fail|invoke-|could not|unable|refused|timed out|timeout|reset|unreachable"
                        + "|certificate|resolve",
                ANY_CASE);

        /** The code of .NET's name for it, such as {@code BadRequest}. */
        static int code(@Nullable String name) {
            return switch (name == null ? "" : name) {
                case "OK" -> 200;
                case "Created" -> 201;
                case "NoContent" -> 204;
                case "BadRequest" -> 400;
                case "Unauthorized" -> 401;
                case "Forbidden" -> 403;
                case "NotFound" -> 404;
                case "MethodNotAllowed" -> 405;
                case "NotAcceptable" -> 406;
                case "ProxyAuthenticationRequired" -> 407;
                case "Conflict" -> 409;
                case "PreconditionFailed" -> 412;
                case "UnsupportedMediaType" -> 415;
                case "TooManyRequests" -> 429;
                case "InternalServerError" -> 500;
                case "BadGateway" -> 502;
                case "ServiceUnavailable" -> 503;
                case "GatewayTimeout" -> 504;
                default -> Draft.UNKNOWN;
            };
        }
    }
}
