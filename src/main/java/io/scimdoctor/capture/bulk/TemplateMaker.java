package io.scimdoctor.capture.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.scimdoctor.capture.Shown;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.bulk.Template.Place;
import io.scimdoctor.capture.bulk.Template.Value;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Likeness;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Any;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Times;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a template of a record that was read in full. What may differ in it follows from the exchange that the forms made
 * of it, and from what its likeness leaves out; a value whose part in the exchange is not known has to be the same.
 */
final class TemplateMaker {
    private static final int LONGEST = 16 * 1024;
    /** As it stands in a body that itself is a string. */
    private static final String QUOTE = "\\\"";
    /** What follows in the URL of a call that succeeded does not matter; what stands before says who answered. */
    private static final String BASE_PATH = "/rp/scim/";

    private final byte[] record;
    private final Shown shown;
    private final Exchange exchange;
    private final boolean silent;
    private final List<Place> places = new ArrayList<>();
    private final List<String> guids = new ArrayList<>();
    private final @Nullable String requestId;
    private int idPlace = -1;
    private boolean inAnswer;
    private boolean timed;
    private boolean stated;
    private String label = "";

    private TemplateMaker(byte[] record, Shown shown) {
        this.record = record;
        this.shown = shown;
        exchange = shown.captured().exchange();
        Answered answer = exchange.answer();
        silent = shown.finding() == null && answer != null && Likeness.isSilent(answer);
        timed = exchange.at() == null;
        stated = answer == null;
        requestId = shown.hasRequestId() ? ExchangeFacts.requestId(exchange) : null;
    }

    /** The template that a record gives, or null when it gives none. */
    static @Nullable Template of(byte[] in, int from, int to, Shown shown) {
        return to - from > LONGEST ? null : new TemplateMaker(Arrays.copyOfRange(in, from, to), shown).template();
    }

    private @Nullable Template template() {
        try (JsonParser parser = Json.parser(record)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    // In a list of fields the name stands before the value as a text of its own.
                    label = parser.currentName().equals("value") ? label : parser.currentName();
                } else if (token.isNumeric()) {
                    number(parser);
                } else if (token == JsonToken.VALUE_STRING) {
                    text(parser);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a record that was read is JSON", e);
        }
        boolean identified = idPlace >= 0 || requestId == null || shown.finding() == null;
        return timed
                        && stated
                        && identified
                        && guids.size() <= ComparedRecord.MOST_GUIDS
                        && places.size() <= ComparedRecord.MOST_PLACES
                ? new Template(new String(record, StandardCharsets.ISO_8859_1), places, idPlace, shown)
                : null;
    }

    private void number(JsonParser parser) throws IOException {
        String text = parser.getText();
        boolean status = isStatus(text);
        stated |= status;
        if (!status && text.length() <= ComparedRecord.MOST_DIGITS && Character.isDigit(text.charAt(0))) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            places.add(new Place(Value.NUMBER, start, start + text.length(), 0));
        }
    }

    private boolean isStatus(String text) {
        Answered answer = exchange.answer();
        return answer != null && text.startsWith(Integer.toString(answer.status()));
    }

    private void text(JsonParser parser) throws IOException {
        String text = parser.getText();
        int start = (int) parser.currentTokenLocation().getByteOffset() + 1;
        int end = (int) parser.currentLocation().getByteOffset() - 1;
        if (label.equals("name")) {
            label = text;
        }
        stated |= isStatus(text);
        Value value = value(text);
        timed |= value == Value.TIME;
        if (value != null) {
            identify(text, text);
            places.add(new Place(value, start, end, 0));
        } else if (silent && text.equals(exchange.request().url())) {
            int base = text.indexOf(BASE_PATH);
            if (base >= 0 && end - start == text.length()) {
                places.add(new Place(Value.TEXT, start + base + BASE_PATH.length(), end, 0));
            }
        } else if (isPart(text)) {
            inside(start, end);
        } else if (end - start == ComparedRecord.GUID && ComparedRecord.isGuid(record, start, end)) {
            identify(text, text);
            places.add(new Place(Value.GUID_TEXT, start, end, 0));
        }
    }

    /** What may stand in the place of a whole text; null when it has to be looked into. */
    private @Nullable Value value(String text) {
        Instant at = exchange.at();
        Headers got = exchange.answerHeaders();
        Headers sent = exchange.request().headers();
        if (text.isEmpty()) {
            return null;
        }
        if (silent && isBody(text)) {
            return Value.BODY;
        }
        if (at != null && at.equals(Times.parse(text))) {
            return Value.TIME;
        }
        if (isField(text, got) || isField(text, sent)) {
            boolean idle = isIdle(text, got) && isIdle(text, sent);
            return idle && (at != null || Times.parse(text) == null) ? Value.TEXT : null;
        }
        boolean free = text.equals(shown.captured().source().id())
                || (silent && text.equals(exchange.request().body()))
                || (silent && text.equals(shown.captured().caller().application()))
                || (silent && text.equals(shown.captured().caller().tenant()));
        return free ? Value.TEXT : null;
    }

    private boolean isBody(String text) {
        Answered answer = exchange.answer();
        return answer != null && Texts.withoutMark(text).equals(answer.body());
    }

    private static boolean isField(String text, Headers headers) {
        return Any.of(headers.fields(), field -> field.value().equals(text));
    }

    private static boolean isIdle(String text, Headers headers) {
        return !Any.of(headers.fields(), field -> field.value().equals(text) && !Likeness.isIdle(field.name()));
    }

    /** Whether a text is a part of the exchange's likeness, which leaves ids and times within it out. */
    private boolean isPart(String text) {
        inAnswer = isBody(text);
        return inAnswer
                || text.equals(exchange.request().url())
                || text.equals(exchange.request().body())
                || isField(text, exchange.answerHeaders())
                || isField(text, exchange.request().headers());
    }

    /** Notes the ids and times within a text, each of which has a hyphen near its start. */
    private void inside(int start, int end) {
        int from = start;
        for (int hyphen = start; hyphen < end; hyphen++) {
            int guidStart = hyphen - 8;
            int timeStart = hyphen - 4;
            if (record[hyphen] != '-' || timeStart < from) {
                continue;
            }
            if (guidStart >= from && isGuid(guidStart, start, end)) {
                from = guidStart + ComparedRecord.GUID;
                String guid = new String(record, guidStart, ComparedRecord.GUID, StandardCharsets.US_ASCII);
                identify(guid, inAnswer ? before(start, guidStart) : "");
                places.add(new Place(Value.GUID, guidStart, from, order(guid)));
            } else {
                int stamp = ComparedRecord.stamp(record, timeStart, end);
                if (stamp > 0) {
                    from = stamp;
                    places.add(new Place(Value.STAMP, timeStart, stamp, 0));
                }
            }
        }
    }

    /** Whether a GUID stands at a position of a text, and is no part of a word. */
    private boolean isGuid(int at, int start, int end) {
        return ComparedRecord.isGuid(record, at, end)
                && isApart(at - 1, start, end)
                && isApart(at + ComparedRecord.GUID, start, end);
    }

    private int order(String guid) {
        String lower = guid.toLowerCase(Locale.ROOT);
        if (!guids.contains(lower)) {
            guids.add(lower);
        }
        return guids.indexOf(lower);
    }

    /** Whether what stands at a position is no part of a word; an escape may be one. */
    private boolean isApart(int at, int start, int end) {
        if (at < start || at >= end) {
            return true;
        }
        byte b = record[at];
        boolean escape = b == '\\' && record[at + 1] == 'u';
        return b > 0 && !Character.isLetterOrDigit(b) && b != '_' && b != '-' && b != '%' && !escape;
    }

    /** Notes the next place as that of the request id, if it is that. A field of the answer goes before its body. */
    private void identify(String id, String context) {
        if (!id.equals(requestId)) {
            return;
        }
        boolean inBody = !context.equals(id);
        String name = inBody ? context : label;
        boolean named = name.replaceAll("[^\\p{L}\\p{Nd}]", "").equalsIgnoreCase("requestid");
        if (named && (!inBody || idPlace < 0)) {
            idPlace = places.size();
        }
    }

    /** The name that stands before a value within a body. */
    private String before(int start, int at) {
        String text = new String(record, start, at - start, StandardCharsets.ISO_8859_1);
        int colon = text.lastIndexOf(':');
        int end = text.lastIndexOf(QUOTE, colon);
        int open = text.lastIndexOf(QUOTE, end - 1);
        return open < 0 ? "" : text.substring(open + QUOTE.length(), end);
    }
}
