package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The templates that a log has given so far: a program writes its records in few forms, again and again. */
public final class Templates {
    private static final int MOST = 400;
    /** A log whose records have nothing in common is not tried for ever. */
    private static final int TRIES = 1000;

    private final List<Template> known = new ArrayList<>();
    private volatile TemplateTree tree = TemplateTree.EMPTY;
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
            if (known.size() == MOST) {
                forget();
            }
            known.add(template);
            tree = tree.with(template);
        }
    }

    /** Forgets the half that fewer records fitted. */
    private void forget() {
        known.sort(Comparator.comparingInt(Template::hits).reversed());
        known.subList(MOST / 2, MOST).clear();
        TemplateTree left = TemplateTree.EMPTY;
        for (Template template : known) {
            left = left.with(template);
        }
        tree = left;
    }
}
