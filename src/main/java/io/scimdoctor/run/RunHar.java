package io.scimdoctor.run;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as an HTTP archive that other tools open. Source: "HAR 1.2 Spec", Jan Odvarko, 2012. What the format has no
 * place for stands in fields that begin with an underscore, as the specification allows.
 */
public record RunHar(JsonWriter json, Run run) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT);

    /**
     * For a capture that does not say where it called; the domain is reserved for this (RFC 2606, section 2). The reader of
     * captures knows it.
     */
    private static final String UNKNOWN_HOST = "https://unknown.invalid";

    private static final Pattern ABSOLUTE = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*+://.+");
    private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*+://)[^/?#]*@");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+://\\[[0-9A-Fa-f:.]++](?::[0-9]*+)?+(?=[/?#]|$)");
    /** All but the characters of RFC 3986, section 2. */
    private static final Pattern STRANGE = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9%._~:/?#@!$&'()*+,;=-]++");

    /** The archive names the program that exports, which need not be the one that recorded. */
    public static String text(Run run) {
        return JsonWriter.text(true, json -> new RunHar(json, run).log()) + "\n";
    }

    private void log() throws IOException {
        json.object().object("log").field("version", "1.2");
        json.object("creator")
                .field("name", "scimdoctor")
                .field("version", Version.text())
                .endObject();
        json.array("pages").endArray();
        json.list("entries", run.calls().stream().filter(RunHar::isPlain).toList(), (each, call) -> entry(call));
        json.field("comment", "Secrets were removed, and personal values replaced by pseudonyms.");
        json.object("_run")
                .field("id", run.head().id())
                .field("command", run.head().kind().slug())
                .field("tool", run.head().machine().tool())
                .field("catalogue", run.head().machine().catalogue())
                .endObject();
        json.list(
                "_findings",
                run.findings(),
                (each, finding) -> each.field("id", finding.id()).field("title", finding.title()));
        json.endObject().endObject();
    }

    /** Not the refusal of a call without a token, which was wanted: whoever reads it elsewhere takes it for a failure. */
    private static boolean isPlain(RunCall call) {
        Answered answer = call.exchange().answer();
        return !call.id().equals("control") || answer == null || answer.status() != 401;
    }

    private void entry(RunCall call) throws IOException {
        Exchange exchange = call.exchange();
        Instant at = exchange.at();
        Map<String, Long> times = times(exchange.trace().phases());
        json.field("startedDateTime", TIME.format((at == null ? run.head().startedAt() : at).atOffset(ZoneOffset.UTC)))
                .field("time", sum(times));
        request(exchange.request());
        response(exchange);
        json.object("cache").endObject();
        json.object("timings").putAll(times);
        Trace.Phases phases = exchange.trace().phases();
        if (phases.total() == null && phases.firstByte() == null) {
            // Sending, waiting and receiving may not be negative (section "timings").
            json.field("comment", "not measured");
        }
        json.endObject();
        String address = exchange.trace().address();
        if (address != null) {
            // Without its port and the brackets of IPv6.
            json.field("serverIPAddress", address.replaceFirst("^\\[(.*?)](?::.*)?$|^([^:]*):[^:]*$", "$1$2"));
        }
        own(call);
        if (at == null) {
            json.field("comment", "The time of this call is not known; it stands under the time of the run.");
        }
    }

    private void request(SentRequest request) throws IOException {
        String url = url(request.url());
        String body = request.body();
        json.object("request")
                .field("method", request.method() == null ? "UNKNOWN" : request.method())
                .field("url", url)
                .field("httpVersion", version());
        json.array("cookies").endArray();
        json.put("headers", request.headers());
        json.put(
                "queryString",
                ScimUrl.parse(url).parameters().stream()
                        .map(parameter -> new Headers.Field(parameter.name(), parameter.value()))
                        .toList());
        if (body != null) {
            json.object("postData").field("mimeType", type(request.headers(), body));
            json.array("params").endArray();
            json.field("text", body).endObject();
        }
        json.field("headersSize", -1)
                .field("bodySize", body == null ? 0 : size(body))
                .endObject();
    }

    private void response(Exchange exchange) throws IOException {
        Answered answer = exchange.answer();
        Headers headers = exchange.answerHeaders();
        String body = answer == null ? "" : answer.body();
        json.object("response")
                .field("status", answer == null ? 0 : answer.status())
                .field("statusText", "")
                .field("httpVersion", answer == null ? "" : version());
        json.array("cookies").endArray();
        json.put("headers", headers);
        json.object("content")
                .field("size", size(body))
                .field("mimeType", answer == null ? "x-unknown" : type(headers, body))
                .field("text", body)
                .endObject();
        json.field("redirectURL", headers.first("location").map(RunHar::escaped).orElse(""))
                .field("headersSize", -1)
                .field("bodySize", -1);
        if (exchange.outcome() instanceof Unanswered unanswered) {
            json.field("_error", unanswered.fault().slug()).field("_errorDetail", unanswered.detail());
        }
        json.endObject();
    }

    /** What support needs of a call, in one place. */
    private void own(RunCall call) throws IOException {
        Exchange exchange = call.exchange();
        Headers headers = exchange.answerHeaders();
        json.field("_id", call.id())
                .field("_finding", call.finding())
                .strings("_alternatives", call.alternatives())
                .field("_requestId", headers.first("request-id").orElse(null))
                .field("_clientRequestId", exchange.clientRequestId())
                .field("_proxy", exchange.trace().proxy())
                .field("_tlsProtocol", exchange.trace().tlsProtocol())
                .field("_tlsIssuer", exchange.trace().tlsIssuer());
        json.put("_attempts", exchange.attempts());
    }

    /** Makes of a recorded URL, which may hold blanks or a mask, one that strict readers take. */
    private static String url(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return UNKNOWN_HOST + "/";
        }
        boolean absolute = ABSOLUTE.matcher(url).matches();
        return escaped(absolute ? url : UNKNOWN_HOST + (url.startsWith("/") ? "" : "/") + url);
    }

    private static String escaped(String recorded) {
        // User information, of which a mask is all that is left, would look like a mail address.
        String url = USER.matcher(recorded).replaceFirst("$1");
        Matcher address = ADDRESS.matcher(url);
        int from = address.lookingAt() ? address.end() : 0;
        int fragment = url.indexOf('#', from) + 1;
        int end = fragment == 0 ? url.length() : fragment;
        return url.substring(0, from)
                + encoded(url.substring(from, end))
                + encoded(url.substring(end)).replace("#", "%23");
    }

    private static String encoded(String url) {
        return STRANGE.matcher(url).replaceAll(strange -> ScimUrl.encode(strange.group()));
    }

    /** The transport of this program speaks nothing else; what a capture was made over is not kept. */
    private String version() {
        return run.head().kind() == RunHead.Kind.IMPORT ? "unknown" : "HTTP/1.1";
    }

    private static String type(Headers headers, String body) {
        String guess = body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/plain";
        return headers.first("content-type").orElse(body.isEmpty() ? "x-unknown" : guess);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The phases of a call, in milliseconds, as the format divides them; -1 where one did not happen or is unknown. */
    private static Map<String, Long> times(Trace.Phases phases) {
        long dns = millis(phases.resolve());
        long ssl = millis(phases.tls());
        long tcp = millis(phases.connect());
        long connect = tcp < 0 && ssl < 0 ? -1 : Math.max(0, tcp) + Math.max(0, ssl);
        long total = millis(phases.total());
        long first = millis(phases.firstByte());
        long waited = (first < 0 ? total : first) - Math.max(0, dns) - Math.max(0, connect);
        Map<String, Long> times = new LinkedHashMap<>();
        times.put("blocked", -1L);
        times.put("dns", dns);
        times.put("connect", connect);
        times.put("ssl", ssl);
        times.put("send", 0L);
        times.put("wait", Math.max(0, waited));
        times.put("receive", first < 0 ? 0 : Math.max(0, total - first));
        return times;
    }

    /** The handshake is a part of the connection. */
    private static long sum(Map<String, Long> times) {
        return times.entrySet().stream()
                .filter(time -> time.getValue() > 0 && !time.getKey().equals("ssl"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long millis(@Nullable Duration duration) {
        return duration == null ? -1 : duration.toMillis();
    }
}
