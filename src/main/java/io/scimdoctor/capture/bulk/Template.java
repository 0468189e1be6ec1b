package io.scimdoctor.capture.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.text.Times;
import io.scimdoctor.diagnosis.Likeness;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read in full and found a success, as a template: another record of the same bytes is one, too, whatever
 * stands in the few values that cannot matter. What those are follows from the exchange that the forms made of the record;
 * a value whose part in it is not known has to be the same. So no form is recognised here, and a new one needs nothing.
 */
final class Template {
    private static final int LONGEST = 16 * 1024;
    private static final int MOST_DIGITS = 8;
    /** What follows in the URL of a call that succeeded does not matter; what stands before says who answered. */
    private static final String BASE_PATH = "/rp/scim/";

    /** What may stand in a value's place. */
    private enum Value {
        TEXT,
        GUID,
        TIME,
        /** Nothing, or a SCIM document that is no error. */
        BODY,
        NUMBER
    }

    /** One place, by the first byte of what may differ there and the one behind. */
    private record Place(Value value, int start, int end) {}

    private final byte[] record;
    private final Place[] places;

    private Template(byte[] record, List<Place> places) {
        this.record = record;
        this.places = places.toArray(new Place[0]);
    }

    /** The template that a successful call's record gives, or null when it gives none. */
    static @Nullable Template of(byte[] in, int from, int to, Captured success) throws IOException {
        if (to - from > LONGEST) {
            return null;
        }
        byte[] record = Arrays.copyOfRange(in, from, to);
        List<Place> places = new ArrayList<>();
        Instant at = success.exchange().at();
        boolean timed = at == null;
        try (JsonParser parser = Json.parser(record)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Place place = token.isScalarValue() ? place(parser, token, success) : null;
                if (place != null) {
                    places.add(place);
                    timed |= place.value() == Value.TIME;
                }
            }
        }
        return timed ? new Template(record, places) : null;
    }

    private static @Nullable Place place(JsonParser parser, JsonToken token, Captured success) throws IOException {
        String text = parser.getText();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        int end = (int) parser.currentLocation().getByteOffset();
        if (token.isNumeric()) {
            Answered answer = Objects.requireNonNull(success.exchange().answer());
            boolean free = text.length() <= MOST_DIGITS
                    && Character.isDigit(text.charAt(0))
                    && !text.startsWith(Integer.toString(answer.status()));
            return free ? new Place(Value.NUMBER, start, start + text.length()) : null;
        }
        if (token != JsonToken.VALUE_STRING || text.isEmpty()) {
            return null;
        }
        if (text.equals(success.exchange().request().url())) {
            int base = text.indexOf(BASE_PATH);
            boolean plain = base >= 0 && end - start - 2 == text.length();
            return plain ? new Place(Value.TEXT, start + 1 + base + BASE_PATH.length(), end - 1) : null;
        }
        Value value = value(text, success);
        return value == null ? null : new Place(value, start + 1, end - 1);
    }

    private static @Nullable Value value(String text, Captured success) {
        Answered answer = Objects.requireNonNull(success.exchange().answer());
        if (text.equals(answer.body())) {
            return Value.BODY;
        }
        Instant at = success.exchange().at();
        if (at != null && at.equals(Times.parse(text))) {
            return Value.TIME;
        }
        if (isField(text, answer.headers())
                || isField(text, success.exchange().request().headers())) {
            boolean idle = isIdle(text, answer.headers())
                    && isIdle(text, success.exchange().request().headers());
            return idle && (at != null || Times.parse(text) == null) ? Value.TEXT : null;
        }
        boolean beside = text.equals(success.exchange().request().body())
                || text.equals(success.source().id())
                || text.equals(success.caller().application())
                || text.equals(success.caller().tenant());
        if (beside) {
            return Value.TEXT;
        }
        return ScimUrl.isGuid(text) ? Value.GUID : null;
    }

    private static boolean isField(String text, Headers headers) {
        return headers.fields().stream().anyMatch(field -> field.value().equals(text));
    }

    private static boolean isIdle(String text, Headers headers) {
        return headers.fields().stream()
                .allMatch(field -> !field.value().equals(text) || Likeness.isIdle(field.name()));
    }

    /** What a record that fits says beside being a success. */
    static final class Match {
        private @Nullable Instant at;

        @Nullable
        Instant at() {
            return at;
        }
    }

    /** The position behind the record that starts at a position, or -1 when it does not fit. */
    int end(byte[] in, int from, int to, Match match) {
        int at = from;
        int copied = 0;
        match.at = null;
        for (Place place : places) {
            int same = place.start() - copied;
            if (same > to - at || !Arrays.equals(in, at, at + same, record, copied, place.start())) {
                return -1;
            }
            at = behind(in, at + same, to, place.value(), match);
            if (at < 0) {
                return -1;
            }
            copied = place.end();
        }
        int rest = record.length - copied;
        boolean fits = rest <= to - at && Arrays.equals(in, at, at + rest, record, copied, record.length);
        return fits ? at + rest : -1;
    }

    private static int behind(byte[] in, int at, int to, Value value, Match match) {
        int end = switch (value) {
            case NUMBER -> behindNumber(in, at, to);
            case BODY -> SilentBody.end(in, at, to);
            case TEXT, GUID, TIME -> Quoted.end(in, at, to);
        };
        if (end < 0 || value == Value.TEXT || value == Value.BODY || value == Value.NUMBER) {
            return end;
        }
        String text = new String(in, at, end - at, StandardCharsets.ISO_8859_1);
        if (value == Value.GUID) {
            return ScimUrl.isGuid(text) ? end : -1;
        }
        Instant time = Times.parse(text);
        boolean known = time != null && (match.at == null || match.at.equals(time));
        match.at = time;
        return known ? end : -1;
    }

    /** A number that is no status and no time: not negative, and of a few digits. */
    private static int behindNumber(byte[] in, int from, int to) {
        int at = digits(in, from, to);
        if (at == from || (in[from] == '0' && at > from + 1)) {
            return -1;
        }
        if (at < to && in[at] == '.') {
            int fraction = at + 1;
            at = digits(in, fraction, to);
            return at == fraction ? -1 : at;
        }
        return at - from > MOST_DIGITS ? -1 : at;
    }

    private static int digits(byte[] in, int from, int to) {
        int at = from;
        while (at < to && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        return at;
    }
}
