package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.bulk.Template.Place;
import io.scimdoctor.exchange.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record that is compared with templates says for itself: where its places are, its GUIDs, and its time. */
final class ComparedRecord {
    static final int MOST_DIGITS = 8;
    static final int GUID = 36;
    static final int MOST_GUIDS = 12;
    static final int MOST_PLACES = 64;

    private static final int TIME = 19;
    private final int[] starts = new int[MOST_PLACES];
    private final int[] ends = new int[MOST_PLACES];
    private int places;
    /** Where each of its GUIDs stands first. */
    private final int[] guids = new int[MOST_GUIDS];

    private int known;
    private @Nullable Instant at;
    private int end;

    @Nullable
    Instant at() {
        return at;
    }

    /** Behind the record. */
    int end() {
        return end;
    }

    void end(int position) {
        end = position;
    }

    /** The text in a place, or null when there is no such place. */
    @Nullable
    String text(byte[] in, int place) {
        return place < 0 ? null : new String(in, starts[place], ends[place] - starts[place], StandardCharsets.UTF_8);
    }

    int places() {
        return places;
    }

    int known() {
        return known;
    }

    /** Forgets what was taken since there were so many places and GUIDs, and no time or this one. */
    void back(int placesThen, int knownThen, @Nullable Instant then) {
        places = placesThen;
        known = knownThen;
        at = then;
    }

    /** Takes what stands in the next place; the position behind it, or -1 when something else stands there. */
    int take(byte[] in, int from, int to, Place place) {
        int behind = behind(in, from, to, place);
        if (behind >= 0) {
            starts[places] = from;
            ends[places++] = behind;
        }
        return behind;
    }

    private int behind(byte[] in, int from, int to, Place place) {
        return switch (place.value()) {
            case NUMBER -> number(in, from, to);
            case BODY -> SilentBody.end(in, from, to);
            case TEXT -> text(in, from, to, place);
            case GUID_TEXT -> isGuid(in, from, to) ? from + GUID : -1;
            case GUID -> isGuid(in, from, to) && fits(in, from, place.order()) ? from + GUID : -1;
            case STAMP -> stamp(in, from, to);
            case TIME -> time(in, from, to);
        };
    }

    private static int text(byte[] in, int from, int to, Place place) {
        int behind = Quoted.end(in, from, to);
        return (behind == from) == place.isEmpty() ? behind : -1;
    }

    private int time(byte[] in, int from, int to) {
        int behind = Quoted.end(in, from, to);
        Instant time = behind < 0 ? null : Times.parse(in, from, behind);
        boolean fits = time != null && (at == null || at.equals(time));
        at = time;
        return fits ? behind : -1;
    }

    /** Whether the GUIDs so far equal each other where they do in the template, and nowhere else. */
    private boolean fits(byte[] in, int from, int order) {
        for (int i = 0; i < known; i++) {
            if (isSame(in, guids[i], from) != (i == order)) {
                return false;
            }
        }
        if (order == known) {
            guids[known++] = from;
        }
        return true;
    }

    /** Whether two GUIDs are the same, in capital letters or small ones. */
    private static boolean isSame(byte[] in, int one, int other) {
        int same = 0;
        while (same < GUID && (in[one + same] | ' ') == (in[other + same] | ' ')) {
            same++;
        }
        return same == GUID;
    }

    /** Whether a GUID starts here; one that holds a number that rules look for is none. */
    static boolean isGuid(byte[] in, int from, int to) {
        return !fits(in, from, to, "8004") && fits(in, from, to, "ffffffff-ffff-ffff-ffff-ffffffffffff");
    }

    /** Whether a text starts here in which hexadecimal digits stand for {@code f}, digits for {@code 9}. */
    static boolean fits(byte[] in, int from, int to, String shape) {
        if (from + shape.length() > to) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char sign = shape.charAt(i);
            byte b = in[from + i];
            boolean digit = b >= '0' && b <= '9';
            boolean hex = digit || ((b | ' ') >= 'a' && (b | ' ') <= 'f');
            if (!(sign == 'f' ? hex : sign == '9' ? digit : b == sign)) {
                return false;
            }
        }
        return true;
    }

    /** The position behind the time that starts here, with the fraction of its second; -1 when none does. */
    static int stamp(byte[] in, int from, int to) {
        boolean shaped = fits(in, from, to, "9999-99-99") && fits(in, from + 11, to, "99:99:99");
        if (!shaped || (in[from + 10] != 'T' && in[from + 10] != ' ')) {
            return -1;
        }
        int end = from + TIME;
        while (end < to && (in[end] == '.' || (in[end] >= '0' && in[end] <= '9'))) {
            end++;
        }
        return end;
    }

    private static int number(byte[] in, int from, int to) {
        int end = digits(in, from, to);
        if (end == from || (in[from] == '0' && end > from + 1)) {
            return -1;
        }
        if (end < to && in[end] == '.') {
            int fraction = end + 1;
            end = digits(in, fraction, to);
            return end == fraction ? -1 : end;
        }
        return end - from > MOST_DIGITS ? -1 : end;
    }

    private static int digits(byte[] in, int from, int to) {
        int end = from;
        while (end < to && in[end] >= '0' && in[end] <= '9') {
            end++;
        }
        return end;
    }
}
