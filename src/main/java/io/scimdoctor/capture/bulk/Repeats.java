package io.scimdoctor.capture.bulk;

/** The short way for records that show what an earlier one showed and only need to be counted; each thread has its own. */
public final class Repeats {
    private final Templates templates;
    private final SummingSink sums;
    private final Template.Match match = new Template.Match();
    private Template[] known = {};
    /** The same, those that fit often in front. */
    private Template[] tried = {};

    private int found;
    private long hits;

    public Repeats(Templates templates, SummingSink sums) {
        this.templates = templates;
        this.sums = sums;
    }

    /** The position behind the record that starts at a position, or -1 when it is like none before. */
    public int end(byte[] in, int from, int to) {
        Template[] all = templates.known();
        if (all != known) {
            known = all;
            tried = all.clone();
        }
        for (int i = 0; i < tried.length; i++) {
            int end = tried[i].end(in, from, to, match);
            if (end >= 0) {
                found = i;
                return end;
            }
        }
        return -1;
    }

    /** Counts the record whose end was found last; false when it has to be read in full all the same. */
    public boolean count(byte[] in) {
        Template fitting = tried[found];
        boolean counted = sums.again(fitting.shown(), match.at(), match.requestId(in));
        if (found > 0) {
            tried[found] = tried[found - 1];
            tried[found - 1] = fitting;
        }
        if (counted) {
            fitting.hit();
            hits++;
        }
        return counted;
    }

    /** Learns from a record that has just been read in full. */
    public void learn(byte[] in, int from, int to) {
        Shown shown = sums.shown();
        if (shown != null && to > from && in[from] == '{') {
            templates.hit(hits);
            hits = 0;
            templates.learn(in, from, to, shown);
        }
    }
}
