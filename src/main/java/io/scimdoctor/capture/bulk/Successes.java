package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Captured;

/** The short way for records that plainly are successes, which only need to be counted; each thread has its own. */
public final class Successes {
    private final Templates templates;
    private final SummingSink sums;
    private final Template.Match match = new Template.Match();
    private int last;
    private long hits;

    public Successes(Templates templates, SummingSink sums) {
        this.templates = templates;
        this.sums = sums;
    }

    /** The position behind the record that starts at a position, or -1 when it has to be read in full. */
    public int end(byte[] in, int from, int to) {
        Template[] known = templates.known();
        for (int i = 0; i < known.length; i++) {
            int tried = (last + i) % known.length;
            int end = known[tried].end(in, from, to, match);
            if (end >= 0) {
                last = tried;
                return end;
            }
        }
        return -1;
    }

    /** Counts the record whose end was found last. */
    public void count() {
        hits++;
        sums.succeeded(match.at());
    }

    /** Learns from a record that has just been read in full. */
    public void learn(byte[] in, int from, int to) {
        Captured success = sums.onlySuccess();
        if (success != null && to > from && in[from] == '{') {
            templates.hit(hits);
            hits = 0;
            templates.learn(in, from, to, success);
        }
    }
}
