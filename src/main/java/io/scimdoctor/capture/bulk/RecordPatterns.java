package io.scimdoctor.capture.bulk;

import org.jspecify.annotations.Nullable;

/** The forms that the last records had. Where records have ever new forms, it is not tried with each of them. */
final class RecordPatterns {
    private static final int COUNT = 4;
    private static final int MOST_FAILURES = 8;
    private static final int REST = 256;

    private final RecordPattern[] patterns = new RecordPattern[COUNT];
    private int last;
    private int next;
    private int failures;
    private int resting;

    /** @param slots how many values can be noted of a record */
    RecordPatterns(int slots) {
        for (int i = 0; i < COUNT; i++) {
            patterns[i] = new RecordPattern(slots);
        }
    }

    /**
     * Reads a record of a known form.
     *
     * @return the position behind it, or -1 when its form is not known
     */
    int match(RecordScanner scanner, byte[] in, int from) {
        if (resting > 0) {
            resting--;
            return -1;
        }
        for (int i = 0; i < COUNT; i++) {
            int index = (last + i) % COUNT;
            int behind = patterns[index].match(scanner, in, from);
            if (behind >= 0) {
                last = index;
                failures = 0;
                return behind;
            }
        }
        failures++;
        if (failures == MOST_FAILURES) {
            failures = 0;
            resting = REST;
        }
        return -1;
    }

    /** The form of the record that was matched last. */
    RecordPattern matched() {
        return patterns[last];
    }

    /** What learns the form of the record that starts at a position and has just not been matched; null when none does. */
    @Nullable
    RecordPattern learner(int from) {
        if (resting > 0) {
            return null;
        }
        next = (next + 1) % COUNT;
        patterns[next].start(from);
        return patterns[next];
    }
}
