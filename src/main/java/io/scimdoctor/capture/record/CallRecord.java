package io.scimdoctor.capture.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.record.CallPart.Kind;
import io.scimdoctor.capture.record.CallPart.Side;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One object that tells of one call by the names of its fields: a flat exchange, an entry of HAR, Postman, newman, Bruno,
 * httpyac or Charles, the line of a structured log, the error object of a client, a row of a gateway's log. What stands
 * nearest to the top, and on the right side of the call, decides.
 */
public final class CallRecord implements Form<JsonNode> {
    private static final String BATCH = "/$batch";
    private static final int MOST_FIELDS = 5_000;
    private static final int DEEPEST = 8;
    private static final LatePattern LINE = LatePattern.of("([A-Za-z]{3,7}+) (/[^ ]*+|(?=[^ ]*://)[^ ]++)");
    private static final LatePattern SERVED = LatePattern.of(
            "(?i)^(?:https?://[^/]{1,255}+)?+/(?:(?:health|ready|live|metrics|ping|static|assets)[\\w/-]*+|[^?#]{0,400}\\.(?:ico|js|css|png|svg|gif|html?|txt|map|woff2?))(?:$|[?#])");
    private static final String COUNTED = "http_reqs";
    /** A record of nothing but a status may have few other fields. */
    private static final int FEW = 4;

    private static final Set<Kind> STRANGE = Set.of(Kind.OTHER, Kind.REQUEST_LINE, Kind.SIGN_IN);

    @Override
    public boolean matches(JsonNode node) {
        return node.isObject();
    }

    @Override
    public void read(JsonNode node, Intake intake) throws IOException {
        Search search = new Search(node, Side.ANY);
        if (search.isCall() && !search.isOfOtherServer() && !isBatch(search.draft, intake)) {
            intake.exchange(search.draft);
        }
    }

    /** A web server logs its files and the questions whether it is up, too; they are no calls of this API. */
    public static boolean isOfOtherServer(JsonNode node) {
        return new Search(node, Side.ANY).isOfOtherServer();
    }

    /** Whether a call carried several, each of which has an answer of its own. */
    private static boolean isBatch(Draft whole, Intake intake) throws IOException {
        String url = whole.url == null || whole.requestBody == null ? "" : whole.url;
        JsonNode answers = Json.readLeniently(whole.body).node().path("responses");
        if (!url.endsWith(BATCH) || answers.isEmpty()) {
            return false;
        }
        JsonNode sent =
                Json.readLeniently(String.valueOf(whole.requestBody)).node().path("requests");
        for (JsonNode answer : answers) {
            Draft one = draft(answer);
            for (JsonNode request : sent) {
                if (request.path("id").equals(answer.path("id"))) {
                    one.requestFrom(request(request));
                    one.url = url.substring(0, url.length() - BATCH.length()) + one.url;
                }
            }
            one.at = whole.at;
            intake.exchange(one);
        }
        return true;
    }

    /** The call, or null when the object tells of none. */
    public static @Nullable Draft of(JsonNode node) {
        if (isError(node)) {
            return null;
        }
        Search search = new Search(node, Side.ANY);
        return node.isObject() && search.isCall() ? search.draft : null;
    }

    /** Whether nothing but a SCIM error is there (RFC 7644, section 3.12); to look for a call in it takes a cold start long. */
    private static boolean isError(JsonNode node) {
        return node.size() <= FEW && Json.endsOne(node.path("schemas"), ":Error") && !node.has("url");
    }

    /** The request that an object stands for. */
    public static Draft request(JsonNode node) {
        return new Search(node, Side.REQUEST).draft;
    }

    /** What an object tells of a call that it is known to stand for. */
    public static Draft draft(JsonNode node) {
        return new Search(node, Side.ANY).draft;
    }

    /** A field that was met and not yet looked into. */
    private record Met(JsonNode node, Side side, int depth) {}

    /** Goes through the fields of an object, those nearest to the top first. */
    private static final class Search {
        private final JsonNode root;
        private final CallDraft found = new CallDraft();
        private final Queue<Met> waiting = new ArrayDeque<>();
        private int fields;
        private int strange;
        private final Draft draft;

        Search(JsonNode root, Side start) {
            this.root = root;
            waiting.add(new Met(root, start, 0));
            for (Met met = waiting.poll(); met != null && fields < MOST_FIELDS; met = waiting.poll()) {
                for (Map.Entry<String, JsonNode> member : met.node().properties()) {
                    fields++;
                    member(member.getKey(), member.getValue(), met);
                }
            }
            draft = found.finish();
        }

        boolean isCall() {
            boolean plain = strange == 0 && root.size() <= FEW;
            boolean told = draft.hasOutcome() ? found.isSurrounded() || plain : found.isError();
            return told && (found.isSurrounded() || !isDocument());
        }

        boolean isOfOtherServer() {
            // k6 writes a line for each of the many things that it measures of one call.
            String measured = root.path("metric").asText(COUNTED);
            boolean again = !measured.equals(COUNTED) && root.has("type");
            return again || (draft.url != null && SERVED.matcher(draft.url).find() && isCall() && !found.isError());
        }

        /** An error or a resource that states a status of its own is a body. */
        private boolean isDocument() {
            return Json.hasAny(root, "schemas", "error", "detail", "title", "message", "openapi", "swagger");
        }

        private void member(String name, JsonNode value, Met met) {
            CallPart part = CallPart.of(name);
            Side side = part.side().within(met.side());
            if (met.depth() == 0) {
                boolean id = found.id(name, value);
                found.says(part.kind(), value.asText(), root);
                strange += !id && STRANGE.contains(part.kind()) ? 1 : 0;
            }
            boolean taken = found.take(part.kind(), name, value, side, met.node());
            if (taken || met.depth() >= DEEPEST) {
                return;
            }
            if (value.isObject()) {
                waiting.add(new Met(value, side, met.depth() + 1));
            } else if (value.isArray()) {
                pairs(value, side);
            }
        }

        /** Traces name their attributes in lists: {@code [{"key": "http.status_code", "value": {"intValue": "400"}}]}. */
        private void pairs(JsonNode list, Side side) {
            for (JsonNode element : list) {
                JsonNode key = element.path("key");
                if (!key.isTextual() || ++fields > MOST_FIELDS) {
                    return;
                }
                JsonNode value = element.path("value");
                JsonNode inner = value.size() == 1 ? value.iterator().next() : value;
                member(key.textValue(), inner, new Met(list, side, DEEPEST));
            }
        }
    }

    /** The method and the target of a line such as {@code GET /rp/scim/users HTTP/1.1} or {@code GET /rp/scim/users}. */
    static @Nullable Matcher line(String text) {
        Matcher line = LINE.matcher(text);
        return line.lookingAt() && Texts.isMethod(line.group(1).toUpperCase(Locale.ROOT)) ? line : null;
    }
}
