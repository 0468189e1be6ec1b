package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Shown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read in full, as a template: another record of the same bytes shows the same, whatever ids and times it
 * bears. No form is recognised here, and a new one needs nothing: {@link TemplateMaker} learns the places of those values
 * from what the forms made of the record, and {@link TemplateTree} finds the template that a record fits.
 *
 * @param record its bytes, as characters
 * @param places in the order of the record
 * @param idPlace the place of the request id, or -1 without one
 * @param shown what a record of these bytes shows
 */
record Template(String record, List<Place> places, int idPlace, Shown shown) {
    /** What may stand in a place. */
    enum Value {
        /** Any text; an empty one stands for a field that is not there, which rules ask for. */
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
    record Place(Value value, int start, int end, int order) {
        /** Whether the same may stand in both. */
        boolean isLike(Place other) {
            return value == other.value && order == other.order && isEmpty() == other.isEmpty();
        }

        boolean isEmpty() {
            return start == end;
        }
    }

    /** What stands between two places, of which the first may be none and the last the end. */
    byte[] bytes(@Nullable Place before, @Nullable Place behind) {
        int from = before == null ? 0 : before.end();
        int to = behind == null ? record.length() : behind.start();
        return record.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
