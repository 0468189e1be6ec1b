package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Whether two accounts of a call may be of the same one. */
final class SameCall {
    private static final int LONGEST_ERROR = 16_000;
    private static final String NO_MESSAGE = "\"message\":\"\"";

    private SameCall() {}

    /** Whether a call that a text tells of is an answer beside it, told again; an answer without its body takes it over. */
    static boolean isToldBy(Draft told, Draft answer) {
        boolean code = told.status == answer.status || (told.status == Draft.UNKNOWN && answer.status >= 400);
        // What curl notes before it ends says why in other words, and so does what a client prints of a body that broke
        // off.
        boolean fault = told.fault == answer.fault
                || (told.fault != null && answer.fault != null && (told.url != null || answer.truncated));
        boolean call = code && fault && isSameUrl(told.url, answer.url);
        boolean printed = call && answer.body.isEmpty() && told.url == null;
        answer.method = call && answer.method == null ? told.method : answer.method;
        answer.body = printed && BodyStatus.guess(told.body) == answer.status ? told.body : answer.body;
        String own = answer.body.length() > LONGEST_ERROR ? "" : answer.body;
        JsonNode body = Json.readLeniently(own).node();
        own = body.isObject() ? JsonWriter.compactText(body) : own;
        boolean words = told.body.isEmpty() || FaultWords.find(told.body) != null;
        return call && (words || (!own.isEmpty() && isSameBody(own, told.body)));
    }

    /** A log may name the path only, or the host, or cut the query off, or it ends at its first blank. */
    static boolean isSameUrl(@Nullable String one, @Nullable String other) {
        return one == null
                || other == null
                || one.replace(":443/", "/").equals(other.replace(":443/", "/"))
                || (one.startsWith("/") && other.endsWith(one))
                || (other.startsWith("/") && one.endsWith(other))
                || one.replace("%20", "?").startsWith(other + "?")
                || other.replace("%20", "?").startsWith(one + "?")
                || isHostOf(one, other)
                || isHostOf(other, one);
    }

    private static boolean isHostOf(String one, String url) {
        return one.startsWith("http") && one.lastIndexOf('/') < "https://".length() && url.startsWith(one + "/");
    }

    static boolean isSameBody(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return true;
        }
        String code = LoginError.code(one);
        if (code != null) {
            String trace = LoginError.trace(one);
            String its = LoginError.trace(other);
            return code.equals(LoginError.code(other)) && (trace == null || its == null || trace.equals(its));
        }
        if (!one.startsWith("{") || !other.startsWith("{")) {
            return one.contains(start(other)) || other.contains(start(one));
        }
        // An object may be printed again in short; the ids of its call stand behind its message.
        boolean ids = one.contains("request-id") && other.contains("request-id");
        // Or with its fields in another order.
        boolean again =
                one.length() == other.length() && Json.readLeniently(one).equals(Json.readLeniently(other));
        return again || (!ids && (one.startsWith(head(other)) || other.startsWith(head(one))));
    }

    /** An object up to the ids of its call, or to where it was cut. */
    private static String head(String body) {
        String told = body.split(",\"innerError\"", 2)[0];
        String head = Texts.withoutEnd(told, "}\"");
        return head.endsWith(NO_MESSAGE) ? head.substring(0, head.length() - NO_MESSAGE.length()) : head;
    }

    private static String start(String body) {
        return body.substring(0, Math.min(60, body.length()));
    }

    /**
     * A body of a failure beside a success, or a status that this body never comes with: SCIM's error states its own, and in
     * another record of a log a code stands for its own one, but for those of the token endpoint, which come with several.
     */
    static boolean isImplausible(int code, Piece other, boolean apart) {
        String its = other.body;
        if (code == Draft.UNKNOWN || its == null || other.status == code) {
            return false;
        }
        return other.shape == BodyShape.ERROR
                ? code < 400
                        || ((apart ? !its.contains("AADSTS") : its.contains(":2.0:Error\""))
                                && differ(BodyStatus.guess(its), code))
                : other.shape == BodyShape.SUCCESS && code >= 400;
    }

    /** Whether two statuses are known and not the same. */
    static boolean differ(int one, int other) {
        return one != Draft.UNKNOWN && other != Draft.UNKNOWN && one != other;
    }
}
