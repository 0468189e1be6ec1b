package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Shown;

/** The templates that a log has given so far: a program writes its records in few forms, again and again. */
public final class Templates {
    /** A tree with more is begun anew: what is frequent is soon in it again. */
    private static final int MOST = 400;
    /** A log whose records have nothing in common is not tried for ever. */
    private static final int TRIES = 1000;

    private volatile TemplateTree tree = TemplateTree.EMPTY;
    private int known;
    private long tries;
    private long hits;

    TemplateTree tree() {
        return tree;
    }

    /** Makes a template of a record that was read in full. */
    synchronized void learn(byte[] in, int from, int to, Shown shown, long moreHits) {
        hits += moreHits;
        if (tries > TRIES + hits / TRIES) {
            return;
        }
        tries++;
        Template template = TemplateMaker.of(in, from, to, shown);
        if (template != null) {
            tree = (known % MOST == 0 ? TemplateTree.EMPTY : tree).with(template);
            known++;
        }
    }
}
