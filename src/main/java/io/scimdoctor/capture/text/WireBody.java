package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds the body of an answer in what stands behind its head, where tools print more around it. */
final class WireBody {
    private static final LatePattern TIMES = LatePattern.of("^Timings:\n(?:\\w{1,20}+: \\d{1,9}+\\s{1,4}+){1,9}+");

    /** How a body begins; what else stands behind a head are a tool's own words. */
    private static final LatePattern BODY = LatePattern.of("[{\\[]|<[!?/\\p{L}]|$");

    private static final LatePattern DIGITS = LatePattern.of("\\d{1,9}");

    /** What languages print where there is no body. */
    static final Set<String> NOTHING = Set.of("null", "None", "nil", "undefined", "NULL");

    private WireBody() {}

    /** A success whose body did not arrive whole is none, and words tell why; a failure still says what it is. */
    static void incomplete(Draft draft, String words) {
        draft.truncated = true;
        if (draft.status < 300) {
            String id = new Headers(draft.headers)
                    .first("request-id")
                    .map(value -> ", request-id " + value)
                    .orElse("");
            TransportFault fault = FaultWords.find(words);
            boolean waited = fault == TransportFault.RESPONSE_TIMEOUT || fault == TransportFault.STALLED_BODY;
            draft.unanswered(
                    waited ? TransportFault.STALLED_BODY : TransportFault.TRUNCATED_BODY,
                    "HTTP " + draft.status + ", the transfer ended too early" + id);
            draft.status = Draft.UNKNOWN;
        }
    }

    /** Leaves the body alone in an answer; gives what stands behind it, which is other output. */
    static String cut(Draft received) {
        WriteOut.strip(received);
        String rest = TIMES.matcher(received.body.strip()).replaceFirst("");
        boolean words = !BODY.matcher(rest).lookingAt();
        // Python prints the fields of the head again.
        List<PrintedBody> printed = words || rest.startsWith("{'") ? PrintedBody.find(rest) : List.of();
        boolean record = Texts.isRecord(rest);
        int end = rest.startsWith("{") ? Json.end(rest, 0) : record || (words && received.status < 400) ? 0 : -1;
        // Where a body ends that breaks off, only the words behind it tell.
        int broken = end < 0 && received.status < 300 && rest.startsWith("{")
                ? LooseObject.at(rest, 0).end()
                : 0;
        boolean cut = broken > 0 && broken < rest.length();
        end = cut ? broken : end > 0 && rest.indexOf('\n', end) < 0 ? -1 : end;
        received.body = end > 0 || record ? rest.substring(0, end) : rest;
        if (!printed.isEmpty()) {
            received.body = printed.get(0).text();
            end = printed.get(0).end();
        }
        received.body = isWordsOfTool(received) ? "" : received.body;
        String behind = end < 0 ? "" : rest.substring(end).strip();
        String first = behind.split("\n", 2)[0];
        Headers head = new Headers(received.headers);
        boolean announced = NOTHING.contains(rest.strip()) && received.body.isEmpty();
        boolean told = !first.isEmpty() && FaultWords.breaksOff(first, cut);
        // Perl's library tells in the head how the transfer ended.
        if (received.status >= 200 && (announced || told || head.has("x-died") || head.has("client-aborted"))) {
            incomplete(received, told ? first : head.first("x-died").orElse(""));
        }
        return announced ? "" : (told ? behind.substring(first.length()) : behind) + "\n";
    }

    /**
     * Whether the words behind the head of an answer in JSON are a tool's own, since its body has another length; what line
     * ends there were is not known.
     */
    private static boolean isWordsOfTool(Draft received) {
        Headers headers = new Headers(received.headers);
        Matcher length = DIGITS.matcher(headers.first("content-length").orElse(""));
        int bytes = received.body.getBytes(StandardCharsets.UTF_8).length;
        return headers.all("content-type").contains("json")
                && !headers.has("content-encoding")
                && length.matches()
                && !BODY.matcher(received.body).lookingAt()
                && Math.abs(Integer.parseInt(length.group()) - bytes)
                        > 2 + received.body.lines().count();
    }
}
