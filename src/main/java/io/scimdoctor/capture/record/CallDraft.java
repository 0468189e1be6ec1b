package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.RecordBody;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.record.CallPart.Kind;
import io.scimdoctor.capture.record.CallPart.Side;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Puts a call together from the fields of a record; of two values for one part the better placed stays. */
final class CallDraft {
    private static final int UNRANKED = 100;
    /** Fields of a request rather than of an answer. */
    private static final Set<String> SENT =
            Set.of("authorization", "accept", "user-agent", "accept-encoding", "host", "cookie");

    /** How a tool's variable begins, which stands for the server. */
    private static final Set<String> VARIABLES = Set.of("{{", "${", "<<");

    /** The rank of a body that stands within a text. */
    private static final int QUOTED = 1;
    /** That of what is told of one, and what only the record of a log has. */
    private static final int SAID = 5;

    /** No code of the service is shorter. */
    private static final int SHORTEST = 12;

    private static final String[] LOGGED = {"level", "severity", "timestamp", "@timestamp", "ts"};
    /** A table may name how many bytes the body has, and lists of packets name bits. */
    private static final LatePattern SIZE = LatePattern.of("\\d[\\d,.]{0,20}+");

    /** The number of an error of the token endpoint. */
    private static final LatePattern SIGN_IN = LatePattern.of("[1-9]\\d{4,8}");

    private static final LatePattern BLOCKED = LatePattern.of("^(?i:block|den[yi]|reject|drop|reset)");

    private static final long LONGEST_CALL = Duration.ofDays(1).toMillis();

    private final Draft draft = new Draft();
    private final Map<Kind, Integer> ranks = new EnumMap<>(Kind.class);
    private final List<Headers.Field> strays = new ArrayList<>();
    private @Nullable TransportFault fault;
    private boolean answered;
    private boolean sent;

    /** Whether a value of this rank is better than what is there; it then takes its place. */
    private boolean better(Kind kind, int rank) {
        boolean better = rank < ranks.getOrDefault(kind, UNRANKED);
        if (better) {
            ranks.put(kind, rank);
        }
        return better;
    }

    private static int rank(Side side, Side best) {
        return side == best ? 0 : side == Side.ANY ? 1 : 2;
    }

    /** Takes the id of the record; false when the name is none of an id. */
    boolean id(String name, JsonNode value) {
        boolean id = name.equals("id") || name.equals("_id");
        draft.id = id && draft.id == null ? RecordValues.string(value) : draft.id;
        return id;
    }

    /** Takes what a record itself says that the answer said; that of a log need say no more of the call. */
    void says(Kind kind, String text, JsonNode record) {
        boolean free = text.length() >= SHORTEST && (kind == Kind.FAULT || kind == Kind.CODE || kind == Kind.OTHER);
        String said = free ? RecordBody.saidIn(text) : "";
        body(said, SAID);
        answered |= !said.isEmpty() && Json.hasAny(record, LOGGED);
    }

    /** Takes a field for a part of the call; false when its value may hold further parts. */
    boolean take(Kind kind, String name, JsonNode value, Side side, JsonNode holder) {
        if (side != Side.REQUEST && BodyShape.of(value) == BodyShape.ERROR && !value.has("http")) {
            body(RecordBody.of(value), 0);
            answered |= side == Side.RESPONSE || kind == Kind.BODY;
            return true;
        }
        String text = value.isValueNode() ? RecordValues.string(value) : null;
        boolean taken = switch (kind) {
            case STATUS -> status(kind, value, side) || signIn(value.path("errorCode"), value, holder);
            case SIGN_IN -> signIn(value, holder, holder);
            case CODE -> (!name.equals("code") || isClients(side, holder)) && status(kind, value, side);
            case METHOD -> method(text, side);
            case URL -> url(value, side, holder);
            case HEADERS -> headers(value, side);
            case BODY -> body(name, value, side);
            case HOLDER, REQUEST_LINE, OTHER -> text != null && line(text);
            case TIME -> time(value, text, side);
            // Jaeger and Zipkin count in millionths of a second.
            case DURATION -> Json.hasAny(holder, "traceID", "localEndpoint") || duration(value);
            case REQUEST_ID -> isServices(name, holder) && requestId("request-id", text, side);
            case CLIENT_REQUEST_ID -> requestId("client-request-id", text, side);
            case APPLICATION, TENANT -> caller(kind, text);
            case ACTION -> blocked(text, holder);
            // What Envoy says of an answer that is its own; else it writes a dash.
            case FLAGS ->
                text != null && text.length() > 1 && strays.add(new Headers.Field("proxy-status", "envoy; " + text));
            case FAULT -> false;
        };
        if (!taken && side != Side.REQUEST) {
            taken = loose(kind, name, value, side);
        }
        return taken;
    }

    /** What a field may hold besides what its name says: an error as JSON in a text, the words of a network fault. */
    private boolean loose(Kind kind, String name, JsonNode value, Side side) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        if (name.equals("error") && value.isObject() && BodyShape.isDetail(value)) {
            body("{\"error\":" + RecordBody.of(value) + "}", 0);
            return true;
        }
        String error = RecordBody.errorIn(text);
        if (error != null) {
            body(error, QUOTED);
            answered |= side == Side.RESPONSE || kind == Kind.BODY;
            return true;
        }
        boolean whole = kind == Kind.HOLDER && side == Side.RESPONSE && !text.isEmpty();
        if (whole && !SIZE.matcher(text).matches()) {
            body(RecordBody.plain(text), 2);
            answered = true;
        } else if ((kind == Kind.FAULT || kind == Kind.CODE) && fault == null) {
            fault = FaultWords.named(text);
        }
        return false;
    }

    private boolean status(Kind kind, JsonNode value, Side side) {
        int status = BodyStatus.own(value);
        int rank = rank(side, Side.RESPONSE) + (kind == Kind.CODE ? 3 : 0);
        if (status == Draft.UNKNOWN || !better(Kind.STATUS, rank)) {
            return false;
        }
        draft.status = status;
        answered |= side == Side.RESPONSE;
        return true;
    }

    /** In the sign-in logs a number stands for the error; its reason and the ids of the call have names of their own. */
    private boolean signIn(JsonNode code, JsonNode told, JsonNode holder) {
        boolean known = SIGN_IN.matcher(code.asText()).matches();
        if (known) {
            String trace = RecordValues.firstText(holder, "Request ID", "id", "Id");
            String reason = RecordValues.firstText(
                    told, "failureReason", "Failure reason", "ResultDescription", "resultDescription");
            String all = RecordValues.firstText(holder, "Correlation ID", "correlationId", "CorrelationId");
            body("AADSTS" + code.asText() + ": " + reason + "\nTrace ID: " + trace + "\nCorrelation ID: " + all, 0);
        }
        return known;
    }

    private boolean caller(Kind kind, @Nullable String text) {
        if (text != null && ScimUrl.isGuid(text) && better(kind, 0)) {
            draft.application = kind == Kind.APPLICATION ? text : draft.application;
            draft.tenant = kind == Kind.TENANT ? text : draft.tenant;
        }
        return text != null;
    }

    /** Whether a code stands in an answer, in a client's error or beside a call, and is no code of anything else. */
    private static boolean isClients(Side side, JsonNode holder) {
        return side == Side.RESPONSE
                || Json.hasAny(holder, "message", "config", "originalRequest", "url", "method", "verb");
    }

    /**
     * Whether an id is the service's: by the name of its header field, or as Graph's own error objects and logs name it. In
     * other logs such a name stands for the id of the client's or the program's own request.
     */
    private static boolean isServices(String name, JsonNode holder) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.endsWith("request-id") && !lower.equals("x-request-id"))
                || holder.has("clientRequestId")
                // Ansible names header fields so.
                || (lower.equals("request_id") && holder.has("content_type"))
                || (holder.path("code").isTextual() && holder.has("body"));
    }

    private boolean method(@Nullable String text, Side side) {
        String method = text == null ? "" : text.toUpperCase(Locale.ROOT);
        if (!(Texts.isMethod(method) || method.equals("CONNECT")) || !better(Kind.METHOD, rank(side, Side.REQUEST))) {
            return false;
        }
        draft.method = method;
        sent = true;
        return true;
    }

    private boolean line(String text) {
        Matcher line = CallRecord.line(text);
        if (line == null) {
            return false;
        }
        draft.method = better(Kind.METHOD, 5) ? line.group(1).toUpperCase(Locale.ROOT) : draft.method;
        draft.url = better(Kind.URL, 9) ? line.group(2) : draft.url;
        sent = true;
        return true;
    }

    private boolean url(JsonNode value, Side side, JsonNode holder) {
        String found = RecordValues.url(value, holder);
        // A proxy's log may leave the scheme out.
        String host = found.split("[/:]", 2)[0];
        boolean bare = !host.equals(found) && Cloud.isServiceHost(host);
        String url = bare ? "https://" + found : found;
        boolean absolute = url.contains("://");
        boolean relative = url.startsWith("/") || VARIABLES.contains(url.substring(0, Math.min(2, url.length())));
        if ((!absolute && !relative) || url.endsWith(".log") || ErrorBody.isFramework(holder)) {
            return false;
        }
        if (better(Kind.URL, rank(side, Side.REQUEST) + (absolute ? 0 : 4))) {
            draft.url = url.equals("/") ? null : url;
            sent = true;
        }
        return true;
    }

    private boolean headers(JsonNode value, Side side) {
        List<Headers.Field> fields = new ArrayList<>();
        RecordValues.headers(value, fields);
        if (fields.isEmpty()) {
            return false;
        }
        boolean request = side == Side.REQUEST
                || (side == Side.ANY && fields.stream().anyMatch(field -> SENT.contains(Texts.lower(field.name()))));
        List<Headers.Field> target = request ? draft.requestHeaders : draft.headers;
        if (target.isEmpty()) {
            target.addAll(fields);
        }
        answered |= !request;
        return true;
    }

    private boolean body(String name, JsonNode value, Side side) {
        if (value.isTextual() && Texts.isUrl(value.textValue()) && better(Kind.URL, 3)) {
            draft.url = value.textValue();
            return true;
        }
        if (side == Side.REQUEST) {
            String body = value.isTextual() || !value.isEmpty() ? RecordBody.of(value) : "";
            draft.requestBody = draft.requestBody == null && !body.isEmpty() ? body : draft.requestBody;
            return true;
        }
        String text = RecordBody.of(value);
        boolean size = SIZE.matcher(text).matches();
        boolean named = !size && (Texts.containsIgnoringCase(name, "body") || side == Side.RESPONSE);
        boolean shaped = value.isTextual() && (text.startsWith("{") || text.startsWith("<"));
        if (!named && !shaped) {
            return false;
        }
        body(text, named ? 2 : 3);
        answered |= named;
        return true;
    }

    private void body(String text, int rank) {
        if (!text.isEmpty() && better(Kind.BODY, rank)) {
            draft.body = text;
        }
    }

    private boolean time(JsonNode value, @Nullable String text, Side side) {
        if (value.isNumber() && value.doubleValue() < LONGEST_CALL) {
            return duration(value);
        }
        if (draft.at == null && text != null && side != Side.RESPONSE) {
            draft.at = RecordValues.time(text);
        }
        return text != null;
    }

    private boolean duration(JsonNode value) {
        double millis = value.isNumber() ? value.doubleValue() : 0;
        if (draft.duration == null && millis > 0 && millis < LONGEST_CALL) {
            draft.duration = Duration.ofMillis(Math.round(millis));
        }
        return value.isValueNode();
    }

    private boolean requestId(String name, @Nullable String id, Side side) {
        return side != Side.REQUEST && id != null && ScimUrl.isGuid(id) && strays.add(new Headers.Field(name, id));
    }

    /** A proxy or a firewall that let a call through says nothing of its answer. */
    private boolean blocked(@Nullable String text, JsonNode holder) {
        if (text == null || !BLOCKED.matcher(text).find()) {
            return false;
        }
        draft.blocked = true;
        String reason = Json.field(holder, "reason").asText();
        body(text + (reason.isEmpty() ? "" : ": " + reason), 4);
        return true;
    }

    /** Whether more than a status tells of a call. */
    boolean isSurrounded() {
        return answered || sent;
    }

    /** Whether the body is an error by its shape, which needs no status beside it. */
    boolean isError() {
        int rank = ranks.getOrDefault(Kind.BODY, UNRANKED);
        return rank == 0 || (sent && (draft.blocked || rank == SAID));
    }

    Draft finish() {
        if (ranks.getOrDefault(Kind.BODY, UNRANKED) == QUOTED && draft.status >= 400) {
            draft.quotes(draft.body);
        }
        draft.guessed = draft.status == Draft.UNKNOWN && ranks.getOrDefault(Kind.BODY, UNRANKED) == SAID;
        for (Headers.Field id : strays) {
            RecordValues.add(draft.headers, id.name(), new Headers(draft.headers).has(id.name()) ? null : id.value());
        }
        boolean silent = draft.status == Draft.UNKNOWN && sent;
        // A table may have one column for bodies and for what a client says without one.
        fault = silent && fault == null && FaultWords.isPrinted(draft.body) ? FaultWords.find(draft.body) : fault;
        if (silent && fault != null) {
            draft.unanswered(fault, "the capture records " + fault.slug());
        }
        return draft;
    }
}
