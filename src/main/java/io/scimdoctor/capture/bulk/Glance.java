package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Records;
import io.scimdoctor.diagnosis.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A first look at one record's bytes: whether it plainly is a success, which only needs to be counted, or a failure of a
 * plain form, of which equal ones need to be diagnosed only once. Whatever is not plain is for {@link Records} to judge,
 * which decides the same with more work; this class must never contradict it.
 */
public final class Glance {
    /** What a first look tells. */
    public enum Sight {
        SUCCESS,
        FAILURE,
        UNSURE
    }

    private static final int ABSENT = -1;
    private static final int TWICE = -2;
    private static final byte[] ACTIVITY = "\"MicrosoftGraphActivityLog".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IMDS = "imds".getBytes(StandardCharsets.US_ASCII);

    private final RecordScanner scanner;
    private final HeaderGlance headers;
    private final ClockBytes clock = new ClockBytes();
    private final Signature signature = new Signature();
    private byte[] bytes = {};
    private int status;
    private int statusDigits;
    private boolean timed;
    private int method;
    private int url;
    private int application;
    private int tenant;

    /** @param inLine whether a line feed ends a record */
    public Glance(boolean inLine) {
        scanner = new RecordScanner(Slots.keys(), Slots.COUNT, inLine, new RecordPatterns(Slots.COUNT));
        headers = new HeaderGlance(inLine);
    }

    /** Scans the object at a position; see {@link RecordScanner#scan}. */
    public int scan(byte[] in, int from, int to) {
        bytes = in;
        return scanner.scan(in, from, to);
    }

    /** What the record that was scanned last is. */
    public Sight sight() {
        timed = false;
        application = -1;
        tenant = -1;
        if (scanner.isDoubtful() || scanner.isInexact()) {
            return Sight.UNSURE;
        }
        if (has(Slots.ROW) || (has(Slots.CATEGORY) && scanner.isObject(Slots.PROPERTIES))) {
            return row();
        }
        if (has(Slots.OTHER_FORM)) {
            return Sight.UNSURE;
        }
        if (scanner.isObject(Slots.REQUEST) && scanner.isObject(Slots.RESPONSE)) {
            return entry();
        }
        return has(Slots.RESPONSE) ? Sight.UNSURE : flat();
    }

    /** Whether the time of the call is known. */
    public boolean isTimed() {
        return timed;
    }

    /** Milliseconds since 1970, when it is timed. */
    public long millis() {
        return clock.millis();
    }

    public @Nullable Instant at() {
        return timed ? Instant.ofEpochSecond(clock.seconds(), clock.nanos()) : null;
    }

    public int status() {
        return status;
    }

    /** What the diagnosis of a failure depends on. */
    public Signature signature() {
        return signature;
    }

    public Caller caller() {
        return Caller.of(string(application), string(tenant));
    }

    /** The method as the record holds it; null when it has none or one with escapes. */
    public @Nullable String method() {
        return string(method);
    }

    /** The URL as the record holds it; null when it has none or one with escapes. */
    public @Nullable String url() {
        return string(url);
    }

    private @Nullable String string(int slot) {
        if (slot < 0 || !scanner.isString(slot)) {
            return null;
        }
        int from = scanner.start(slot) + 1;
        int to = scanner.end(slot) - 1;
        return EightBytes.find(bytes, from, to, '\\') < to || from == to
                ? null
                : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private boolean has(int slot) {
        return scanner.has(slot);
    }

    private Sight flat() {
        boolean nested = scanner.isObject(Slots.REQUEST);
        boolean surrounded = has(Slots.HEADERS) || has(Slots.BODY) || nested || (has(Slots.METHOD) && has(Slots.URL));
        boolean document = has(Slots.DOCUMENT) || has(Slots.ERROR);
        if (has(Slots.REQUEST) && !nested) {
            return Sight.UNSURE;
        }
        if ((document && !surrounded) || !readStatus(Slots.STATUS, Slots.STATUS_CODE)) {
            return Sight.UNSURE;
        }
        method = nested ? Slots.REQUEST_METHOD : Slots.METHOD;
        url = nested ? Slots.REQUEST_URL : Slots.URL;
        return answer(nested ? 'n' : 'f', Slots.HEADERS, Slots.BODY, Slots.REQUEST_BODY);
    }

    private Sight entry() {
        if (!readStatus(Slots.RESPONSE_STATUS, Slots.RESPONSE_STATUS_CODE)) {
            return Sight.UNSURE;
        }
        boolean content = scanner.isObject(Slots.CONTENT);
        if ((has(Slots.CONTENT) && !content) || (has(Slots.POST_DATA) && has(Slots.REQUEST_BODY))) {
            return Sight.UNSURE;
        }
        if (content && (has(Slots.CONTENT_ENCODING) || has(Slots.RESPONSE_BODY))) {
            return Sight.UNSURE;
        }
        method = Slots.REQUEST_METHOD;
        url = Slots.REQUEST_URL;
        return answer(
                content ? 'c' : 'e',
                Slots.RESPONSE_HEADERS,
                content ? Slots.CONTENT_TEXT : Slots.RESPONSE_BODY,
                has(Slots.POST_DATA) ? Slots.POST_DATA : Slots.REQUEST_BODY);
    }

    private Sight answer(char form, int headerSlot, int bodySlot, int requestBodySlot) {
        boolean fields = has(headerSlot) && bytes[scanner.start(headerSlot)] != 'n';
        if (fields && !headers.look(bytes, scanner, headerSlot)) {
            return Sight.UNSURE;
        }
        if (!readTime(fields)) {
            return Sight.UNSURE;
        }
        if (isSuccess() && isQuiet(fields) && isHarmless(bodySlot)) {
            return Sight.SUCCESS;
        }
        return sign(form, headerSlot, bodySlot, requestBodySlot) ? Sight.FAILURE : Sight.UNSURE;
    }

    private boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether no header field can turn a success into a finding. */
    private boolean isQuiet(boolean fields) {
        if (!fields) {
            return true;
        }
        if (headers.has(HeaderGlance.TELLING)) {
            return false;
        }
        if (!headers.has(HeaderGlance.SERVER)) {
            return true;
        }
        int from = headers.start(HeaderGlance.SERVER) + 1;
        for (int i = 0; i < IMDS.length; i++) {
            byte b = bytes[from + i];
            if (KeyTree.lower(b) != IMDS[i]) {
                return b != '\\' && b >= ' ';
            }
        }
        return false;
    }

    private boolean isHarmless(int slot) {
        if (!has(slot)) {
            return true;
        }
        int from = scanner.start(slot);
        int to = scanner.end(slot);
        return switch (bytes[from]) {
            case 'n' -> true;
            case '"' -> to - from == 2 || scanner.isPlainBody();
            case '{' -> ScimText.isPlain(bytes, from, to);
            default -> false;
        };
    }

    private boolean sign(char form, int headerSlot, int bodySlot, int requestBodySlot) {
        if ((status == 401 || status == 403) && mayHoldToken()) {
            return false;
        }
        signature.start(bytes, form);
        signature.raw(statusDigits, statusDigits + 3);
        signature.raw(start(method), end(method));
        signature.url(start(url), end(url));
        signature.headers(start(headerSlot), end(headerSlot));
        signature.body(start(bodySlot), end(bodySlot));
        signature.headers(start(Slots.REQUEST_HEADERS), end(Slots.REQUEST_HEADERS));
        signature.text(start(requestBodySlot), end(requestBodySlot));
        return !signature.isLarge();
    }

    private int start(int slot) {
        return slot >= 0 && has(slot) ? scanner.start(slot) : 0;
    }

    private int end(int slot) {
        return slot >= 0 && has(slot) ? scanner.end(slot) : 0;
    }

    /** A readable token's times are weighed against the time of the call, which is not part of the signature. */
    private boolean mayHoldToken() {
        if (!has(Slots.REQUEST_HEADERS)) {
            return false;
        }
        int from = scanner.start(Slots.REQUEST_HEADERS);
        if (bytes[from] == 'n') {
            return false;
        }
        if (!headers.look(bytes, from, scanner.end(Slots.REQUEST_HEADERS))) {
            return true;
        }
        if (!headers.has(HeaderGlance.AUTHORIZATION)) {
            return false;
        }
        for (int i = headers.start(HeaderGlance.AUTHORIZATION); i < headers.end(HeaderGlance.AUTHORIZATION); i++) {
            if (bytes[i] == '.' || bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Reads the status from the first of two keys that is there. */
    private boolean readStatus(int slot, int otherSlot) {
        int read = has(slot) ? slot : otherSlot;
        if (!has(read)) {
            return false;
        }
        int from = scanner.start(read);
        int to = scanner.end(read);
        if (bytes[from] == '"') {
            from++;
            to--;
        }
        if (to - from != 3) {
            return false;
        }
        int code = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
            code = code * 10 + bytes[i] - '0';
        }
        status = code;
        statusDigits = from;
        return code >= 100 && code < 600;
    }

    /** Reads the time from the record's own key, else from the answer's Date; false when there is one it cannot read. */
    private boolean readTime(boolean fields) {
        int slot = has(Slots.STARTED_AT) ? Slots.STARTED_AT : Slots.STARTED_DATE_TIME;
        if (has(slot)) {
            timed = scanner.isString(slot) && clock.rfc3339(bytes, scanner.start(slot) + 1, scanner.end(slot) - 1);
            return timed;
        }
        if (fields && headers.has(HeaderGlance.DATE)) {
            timed = clock.httpDate(bytes, headers.start(HeaderGlance.DATE) + 1, headers.end(HeaderGlance.DATE) - 1);
            return timed;
        }
        return true;
    }

    private Sight row() {
        int statusSlot = column(Slots.ROW_STATUS);
        if (has(Slots.PROPERTIES) && !scanner.isObject(Slots.PROPERTIES)) {
            return Sight.UNSURE;
        }
        // A category alone tells a row only by its name, which the slower reader compares.
        if (statusSlot < 0 || (!has(Slots.ROW) && !isActivity()) || !readStatus(statusSlot, statusSlot)) {
            return Sight.UNSURE;
        }
        method = column(Slots.ROW_METHOD);
        url = column(Slots.ROW_URL);
        application = column(Slots.ROW_APPLICATION);
        tenant = column(Slots.ROW_TENANT);
        int requestId = column(Slots.ROW_REQUEST_ID);
        int clientRequestId = column(Slots.ROW_CLIENT_REQUEST_ID);
        if (tenant == ABSENT && has(Slots.CATEGORY)) {
            tenant = column(Slots.ROW_WORKSPACE);
        }
        boolean plain = isPlain(method)
                && isPlain(url)
                && isPlain(application)
                && isPlain(tenant)
                && isPlain(requestId)
                && isPlain(clientRequestId);
        if (!plain || !readRowTime()) {
            return Sight.UNSURE;
        }
        if (isSuccess()) {
            return Sight.SUCCESS;
        }
        signature.start(bytes, 'r');
        signature.raw(statusDigits, statusDigits + 3);
        signature.raw(start(method), end(method));
        signature.url(start(url), end(url));
        signature.presence(isText(requestId));
        signature.presence(isText(clientRequestId));
        return signature.isLarge() ? Sight.UNSURE : Sight.FAILURE;
    }

    /** The slot of a column, which stands in the row or in its properties. */
    private int column(int column) {
        boolean outside = has(Slots.ROW + column);
        boolean inside = has(Slots.ROW + Slots.ROW_COLUMNS + column);
        if (outside && inside) {
            return TWICE;
        }
        int there = outside ? Slots.ROW + column : Slots.ROW + Slots.ROW_COLUMNS + column;
        return outside || inside ? there : ABSENT;
    }

    /** Whether a column is absent, null, or a text without escapes. */
    private boolean isPlain(int slot) {
        if (slot < 0) {
            return slot == ABSENT;
        }
        return bytes[scanner.start(slot)] == 'n'
                || (scanner.isString(slot)
                        && EightBytes.find(bytes, scanner.start(slot), scanner.end(slot), '\\') >= scanner.end(slot));
    }

    private boolean isText(int slot) {
        return slot >= 0 && scanner.isString(slot) && scanner.end(slot) - scanner.start(slot) > 2;
    }

    private boolean isActivity() {
        int from = scanner.start(Slots.CATEGORY);
        for (int i = 0; i < ACTIVITY.length; i++) {
            if (bytes[from + i] != ACTIVITY[i]) {
                return false;
            }
        }
        return scanner.isObject(Slots.PROPERTIES);
    }

    /** The first time of the row itself counts, and then the first one of its properties. */
    private boolean readRowTime() {
        for (int block = Slots.ROW; block < Slots.FIELDS; block += Slots.ROW_COLUMNS) {
            int generated = scanner.start(block + Slots.ROW_TIME_GENERATED);
            int time = scanner.start(block + Slots.ROW_TIME);
            if (generated >= 0 || time >= 0) {
                boolean first = time < 0 || (generated >= 0 && generated < time);
                int slot = block + (first ? Slots.ROW_TIME_GENERATED : Slots.ROW_TIME);
                timed = scanner.isString(slot) && clock.rfc3339(bytes, scanner.start(slot) + 1, scanner.end(slot) - 1);
                return timed;
            }
        }
        return true;
    }
}
