package io.scimdoctor.capture;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_RESET;
import static io.scimdoctor.exchange.TransportFault.CONNECT_TIMEOUT;
import static io.scimdoctor.exchange.TransportFault.EMPTY_REPLY;
import static io.scimdoctor.exchange.TransportFault.MALFORMED_RESPONSE;
import static io.scimdoctor.exchange.TransportFault.RESPONSE_TIMEOUT;
import static io.scimdoctor.exchange.TransportFault.STALLED_BODY;
import static io.scimdoctor.exchange.TransportFault.TRUNCATED_BODY;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Recognises network trouble by the words of curl, browsers and client libraries. */
public final class FaultWords {
    /** What one character can rule out stands before what has to look around. */
    private static final Sieve CLIENT = new Sieve(Resource.anyOf(FaultWords.class, "clients.txt"));

    /** How libraries of HTTP name what went wrong, and what is said of an answer that ends too early. */
    private static final Sieve LIBRARY = new Sieve(Resource.anyOf(FaultWords.class, "libraries.txt"));

    private static final Patterns FAULTS = Resource.patterns(FaultWords.class, "faults.patterns");
    private static final Sieve FAILED = new Sieve(FAULTS.get("FAILED"));
    private static final Sieve HOST_FAILED = new Sieve(FAULTS.get("HOST_FAILED"));
    private static final Sieve TUNNEL = new Sieve(FAULTS.get("TUNNEL"));
    private static final Sieve OTHER = new Sieve(FAULTS.get("OTHER"));
    private static final Sieve HOST = new Sieve(FAULTS.get("HOST"));

    /** What can happen while an answer arrives. */
    private static final Set<TransportFault> BROKEN =
            EnumSet.of(RESPONSE_TIMEOUT, CONNECTION_RESET, EMPTY_REPLY, MALFORMED_RESPONSE);

    private static final int LONGEST = 20_000;

    private FaultWords() {}

    /** The fault that a text speaks of, or null. */
    public static @Nullable TransportFault find(String text) {
        String lower = Texts.lower(text.substring(0, Math.min(text.length(), LONGEST)));
        for (Map.Entry<String, Sieve> row : Words.SPOKEN.entrySet()) {
            if (row.getValue().isIn(lower)) {
                return ofSlug(row.getKey());
            }
        }
        return null;
    }

    /** Whether a line that bears the marks of a client is its message about the network. */
    public static boolean tellsFault(String line) {
        return find(line) != null && !OTHER.isIn(line);
    }

    /** Whether a line bears the marks of a client: the class of an exception, an error number, its own prefix. */
    public static boolean namesClient(String line) {
        boolean host = line.contains("graph.microsoft") || line.contains("login.microsoftonline");
        return isPrinted(line) || (host && FAILED.isIn(line) && HOST_FAILED.isIn(line));
    }

    /** The same, whatever hosts the line speaks of. */
    public static boolean isPrinted(String line) {
        return CLIENT.isIn(line);
    }

    /**
     * Whether a client says in a line that an answer broke off; of one that plainly did, it may say so in whatever words that
     * name no other call.
     */
    public static boolean breaksOff(String line, boolean broken) {
        TransportFault fault = isSaid(line) ? find(line) : null;
        boolean plain = fault == TRUNCATED_BODY || fault == STALLED_BODY;
        return plain || (broken && (fault == null ? isSaid(line) : BROKEN.contains(fault)));
    }

    /** Whether a client or a library of HTTP says that something failed, in whatever words. */
    public static boolean isSaid(String line) {
        return isPrinted(line) || namesLibrary(line);
    }

    /** Whether a library of HTTP says in a line that something failed, in whatever words. */
    public static boolean namesLibrary(String line) {
        return LIBRARY.isIn(line);
    }

    /** Whether two texts tell of one fault, or of one handshake, which may fail for several reasons. */
    public static boolean areOfOne(String one, String other, boolean same) {
        TransportFault fault = find(one);
        TransportFault another = find(other);
        return fault == another ? same && fault != null : (fault + " " + another).matches("TLS_\\w+ TLS_\\w+");
    }

    /** Whether a line tells of a proxy's answer to CONNECT. */
    public static boolean isTunnel(String line) {
        return TUNNEL.isIn(line);
    }

    /** Takes the fault that a client's lines tell of into a draft, with the host that it names. */
    public static void tell(Draft draft, String lines) {
        TransportFault fault = find(lines);
        if (fault != null) {
            Matcher host = HOST.in(lines, 0);
            draft.unanswered(
                    fault, "the client's message tells of it" + (host == null ? "" : ", for " + host.group(1)));
        }
    }

    /** The fault of a word from a log: an own name such as {@code dns-failure}, or the words of a client. */
    public static @Nullable TransportFault named(String text) {
        TransportFault own = ofSlug(Texts.lower(text.trim()).replace('_', '-'));
        return own != null ? own : find(text);
    }

    /** The fault of that own name, or null. */
    public static @Nullable TransportFault ofSlug(String slug) {
        return Slugged.find(TransportFault.values(), slug);
    }

    /** The fault of a {@code curl: (28) …} message, or null for an exit code that says nothing about the network. */
    public static @Nullable TransportFault curl(int code, String message) {
        if (code == 28 && Texts.startsIgnoringCase(message, "failed to connect")) {
            return CONNECT_TIMEOUT;
        }
        String usual = Words.TABLE.path("exits").path(Integer.toString(code)).asText();
        TransportFault told = usual.isEmpty() ? null : find(message);
        return told != null ? told : ofSlug(usual);
    }

    /**
     * Read when a text is searched. The first row wins that has a word which stands as a whole in the text. Go says in
     * front of a timeout what it waited for.
     */
    private static final class Words {
        static final JsonNode TABLE = Resource.json(FaultWords.class, "fault-words.json");
        static final Map<String, Sieve> SPOKEN = patterns();

        /** {@code ResourceNotFound} is no {@code ENOTFOUND}; a word may go on behind an underscore. */
        private static Map<String, Sieve> patterns() {
            Map<String, Sieve> rows = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> row : TABLE.path("words").properties()) {
                String any = String.join("|", Json.strings(row.getValue()));
                rows.put(row.getKey(), new Sieve("(?<![\\p{L}\\p{N}])(?:" + any + ")(?:(?<=_)|(?![\\p{L}\\p{N}]))"));
            }
            return rows;
        }
    }
}
