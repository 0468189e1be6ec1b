package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.request.RequestText;
import io.scimdoctor.capture.request.RequestTree;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads only the requests out of what holds some: a script, a list of requests that were not sent yet, or a capture of any
 * form. A list of a million takes no more memory than one of ten.
 */
public final class CapturedRequests implements CaptureSink {
    private static final String NO_REQUEST =
            Resource.text(CapturedRequests.class, "no-request.txt").strip();

    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");

    /** Takes what is found, while the input is read. */
    public interface Sink {
        void request(RequestText.Placed placed) throws IOException;

        /** Something stands where a request should, and could not be read. */
        void leftOut(long index, String reason) throws IOException;

        /** A call to another service, such as the one for a token. */
        default void elsewhere() {}
    }

    private final CaptureFile named;
    private final Sink sink;
    /** What is to be said instead of that something is no answer. */
    private @Nullable String instead;
    /** Lines of a text that seem to send a request, and could not be read. */
    private List<Integer> seeming = List.of();

    /** Calls that write, of which the capture does not hold what was sent; the first of them, and how many. */
    private int firstBodiless;

    private long bodiless;

    private CapturedRequests(CaptureFile named, Sink sink) {
        this.named = named;
        this.sink = sink;
    }

    /**
     * Reads to the end of the input, which stays open.
     *
     * @throws IOException when the input itself fails
     */
    public static void read(InputStream in, CaptureFile named, Sink sink) throws IOException {
        CapturedRequests requests = new CapturedRequests(named, sink);
        CaptureReader.read(in, named.file(), Hints.NONE, requests);
        if (requests.bodiless > 0) {
            sink.leftOut(
                    requests.firstBodiless,
                    "not checked: what " + requests.bodiless + (requests.bodiless == 1 ? " call" : " calls")
                            + " sent, as the capture does not hold the bodies");
        }
    }

    @Override
    public boolean value(long index, JsonNode value) throws IOException {
        instead = "this holds no request";
        return take(value.isTextual() ? RequestText.read(value.textValue()) : RequestTree.read(value), index);
    }

    @Override
    public boolean text(String text) throws IOException {
        instead = NO_REQUEST;
        RequestText.Found found = RequestText.read(text);
        if (!found.requests().isEmpty()) {
            return take(found, 0);
        }
        // What answers show of their requests is read first; what only seems to send one is said when they show none.
        seeming = found.leftOut();
        return false;
    }

    /** @param index where all of it stands; 0 where each line has a number of its own */
    private boolean take(RequestText.Found found, long index) throws IOException {
        for (RequestText.Placed placed : found.requests()) {
            SentRequest request = placed.request();
            put(
                    index == 0 ? placed : placed.at((int) index),
                    isElsewhere(ScimUrl.parse(String.valueOf(request.url()))),
                    index > 0);
        }
        for (int line : found.leftOut()) {
            leftOut(index == 0 ? line : index, "this seems to send a request, and could not be read");
        }
        instead = found.isEmpty() ? instead : null;
        return !found.isEmpty();
    }

    @Override
    public void exchange(Captured captured) throws IOException {
        SentRequest request = captured.exchange().request();
        int index = (int) captured.source().index();
        instead = null;
        seeming = List.of();
        if (request.method() == null || request.url() == null) {
            leftOut(index, "the request of this answer is not shown");
        } else {
            boolean own = ScimUrl.parse(request.url()).kind() != ResourceKind.OUTSIDE;
            put(new RequestText.Placed(index, request, false, List.of(), List.of()), !own, true);
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        if (!seeming.isEmpty()) {
            take(new RequestText.Found(List.of(), seeming), 0);
            seeming = List.of();
            return;
        }
        leftOut(piece.source().index(), instead == null ? piece.reason() : instead);
    }

    /** @param recorded whether it is read out of a record of calls that were made */
    private void put(RequestText.Placed placed, boolean elsewhere, boolean recorded) throws IOException {
        if (!named.has(placed.line())) {
            return;
        }
        if (elsewhere) {
            sink.elsewhere();
            return;
        }
        sink.request(placed);
        SentRequest request = placed.request();
        boolean writes = WRITING.contains(String.valueOf(request.method())) && request.body() == null;
        if (recorded && writes && !placed.complete() && placed.skipped().isEmpty()) {
            firstBodiless = bodiless++ == 0 ? placed.line() : firstBodiless;
        }
    }

    /** Whether it goes to another service, whose rules are its own; a host that a variable tells may be any. */
    public static boolean isElsewhere(ScimUrl url) {
        String host = url.host();
        String path = url.path().toLowerCase(Locale.ROOT);
        boolean like = url.kind() != ResourceKind.OUTSIDE || path.matches("(?s).*(?:scim|/users|/groups).*");
        return host != null
                && Cloud.ofGraphHost(host) == null
                && !path.contains(Cloud.BASE_PATH)
                && !(like && host.chars().anyMatch(c -> "{$<%".indexOf(c) >= 0));
    }

    private void leftOut(long index, String reason) throws IOException {
        if (named.has(index)) {
            sink.leftOut(index, reason);
        }
    }
}
