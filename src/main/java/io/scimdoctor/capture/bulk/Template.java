package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.text.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read in full, as a template: another record of the same bytes shows the same, whatever ids and times it
 * bears. No form is recognised here, and a new one needs nothing: {@link TemplateMaker} learns the places of those values
 * from what the forms made of the record.
 */
final class Template {
    static final int MOST_DIGITS = 8;
    static final int GUID = 36;
    private static final int TIME = 19;

    /** What may stand in a place. */
    enum Value {
        /** Any text. */
        TEXT,
        /** A text that is a GUID. */
        GUID_TEXT,
        /** A GUID that is the same as others of its record, or none of them. */
        GUID,
        /** A time within a text, of which nothing is kept. */
        STAMP,
        /** The time of the call. */
        TIME,
        /** A SCIM document that is no error. */
        BODY,
        /** A number that is no status and no time: not negative, and of a few digits. */
        NUMBER
    }

    /**
     * A place, by its first byte and the one behind.
     *
     * @param order which of the record's GUIDs it is, in order of appearance
     */
    record Place(Value value, int start, int end, int order) {}

    private final byte[] record;
    private final Place[] places;
    private final int idPlace;
    private final Shown shown;
    /** Roughly, as several threads count. */
    private int hits;

    /** @param idPlace the place of the request id, or -1 without one */
    Template(byte[] record, List<Place> places, int idPlace, Shown shown) {
        this.record = record;
        this.places = places.toArray(new Place[0]);
        this.idPlace = idPlace;
        this.shown = shown;
    }

    /** What a record of these bytes shows. */
    Shown shown() {
        return shown;
    }

    void hit() {
        hits++;
    }

    int hits() {
        return hits;
    }

    /** What a record that fits says for itself. */
    static final class Match {
        private final int[] guids = new int[16];
        private int known;
        private @Nullable Instant at;
        private int idStart;
        private int idEnd;

        @Nullable
        Instant at() {
            return at;
        }

        @Nullable
        String requestId(byte[] in) {
            return idStart < 0 ? null : new String(in, idStart, idEnd - idStart, StandardCharsets.UTF_8);
        }

        /** Whether the GUIDs so far are the same, and are different, as in the template. */
        private boolean fits(byte[] in, int guid, int order) {
            for (int i = 0; i < known; i++) {
                if (isSame(in, guids[i], guid) != (i == order)) {
                    return false;
                }
            }
            if (order == known) {
                guids[known++] = guid;
            }
            return true;
        }

        private static boolean isSame(byte[] in, int one, int other) {
            for (int i = 0; i < GUID; i++) {
                if ((in[one + i] | 0x20) != (in[other + i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The position behind the record that starts at a position, or -1 when it does not fit. */
    int end(byte[] in, int from, int to, Match match) {
        int at = from;
        int copied = 0;
        match.at = null;
        match.known = 0;
        match.idStart = -1;
        for (int i = 0; i < places.length; i++) {
            Place place = places[i];
            int start = at + place.start() - copied;
            if (start > to || !Arrays.equals(in, at, start, record, copied, place.start())) {
                return -1;
            }
            at = behind(in, start, to, place, match);
            if (at < 0) {
                return -1;
            }
            if (i == idPlace) {
                match.idStart = start;
                match.idEnd = at;
            }
            copied = place.end();
        }
        int end = at + record.length - copied;
        return end <= to && Arrays.equals(in, at, end, record, copied, record.length) ? end : -1;
    }

    private static int behind(byte[] in, int at, int to, Place place, Match match) {
        return switch (place.value()) {
            case NUMBER -> number(in, at, to);
            case BODY -> SilentBody.end(in, at, to);
            case TEXT -> text(in, at, to, place);
            case GUID_TEXT -> isGuid(in, at, to) ? at + GUID : -1;
            case GUID -> isGuid(in, at, to) && match.fits(in, at, place.order()) ? at + GUID : -1;
            case STAMP -> stamp(in, at, to);
            case TIME -> time(in, at, to, match);
        };
    }

    /** An empty text stands for a field that is not there, which rules ask for. */
    private static int text(byte[] in, int at, int to, Place place) {
        int end = Quoted.end(in, at, to);
        return (end > at) == (place.end() > place.start()) ? end : -1;
    }

    private static int time(byte[] in, int at, int to, Match match) {
        int end = Quoted.end(in, at, to);
        Instant time = end < 0 ? null : Times.parse(new String(in, at, end - at, StandardCharsets.ISO_8859_1));
        boolean fits = time != null && (match.at == null || match.at.equals(time));
        match.at = time;
        return fits ? end : -1;
    }

    /** Whether a GUID starts here; one that holds a number that rules look for is none. */
    static boolean isGuid(byte[] in, int at, int to) {
        if (at + GUID > to || (in[at] == '8' && in[at + 1] == '0' && in[at + 2] == '0' && in[at + 3] == '4')) {
            return false;
        }
        for (int i = 0; i < GUID; i++) {
            byte b = in[at + i];
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? b != '-' : Character.digit(b, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Behind the time in a text that starts here, with the fraction of its second; -1 when none does. */
    static int stamp(byte[] in, int from, int to) {
        if (from + TIME > to) {
            return -1;
        }
        for (int i = 0; i < TIME; i++) {
            byte b = in[from + i];
            boolean fits = switch (i) {
                case 4, 7 -> b == '-';
                case 10 -> b == 'T' || b == ' ';
                case 13, 16 -> b == ':';
                default -> b >= '0' && b <= '9';
            };
            if (!fits) {
                return -1;
            }
        }
        int end = from + TIME;
        while (end < to && (in[end] == '.' || (in[end] >= '0' && in[end] <= '9'))) {
            end++;
        }
        return end;
    }

    private static int number(byte[] in, int from, int to) {
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
