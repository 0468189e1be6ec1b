package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Shown;
import io.scimdoctor.capture.SummingSink;
import org.jspecify.annotations.Nullable;

/** The short way for records that show what an earlier one showed and only need to be counted; each thread has its own. */
public final class Repeats {
    private final Templates templates;
    private final SummingSink sums;
    private final ComparedRecord match = new ComparedRecord();
    private @Nullable Template found;
    private long hits;

    public Repeats(Templates templates, SummingSink sums) {
        this.templates = templates;
        this.sums = sums;
    }

    /** The position behind the record that starts at a position, or -1 when it is like none before. */
    public int end(byte[] in, int from, int to) {
        found = templates.tree().find(in, from, to, match);
        return found == null ? -1 : match.end();
    }

    /** Counts the record whose end was found last; false when it has to be read in full all the same. */
    public boolean count(byte[] in) {
        Template fitting = found;
        if (fitting == null) {
            return false;
        }
        Shown shown = fitting.shown();
        String requestId = sums.wantsRequestId(shown.finding()) ? match.text(in, fitting.idPlace()) : null;
        boolean counted = sums.again(shown, match.at(), requestId);
        hits += counted ? 1 : 0;
        return counted;
    }

    /** Learns from a record that has just been read in full. */
    public void learn(byte[] in, int from, int to) {
        Shown shown = sums.shown();
        if (shown != null && to > from && in[from] == '{') {
            templates.learn(in, from, to, shown, hits);
            hits = 0;
        }
    }
}
