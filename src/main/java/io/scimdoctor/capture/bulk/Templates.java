package io.scimdoctor.capture.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The templates that a log has given so far: a program writes its records in few forms, again and again. */
public final class Templates {
    private static final int MOST = 200;
    /** A log whose records have nothing in common is not tried for ever. */
    private static final int TRIES = 1000;

    private volatile Template[] known = {};
    private long tries;
    private long hits;

    Template[] known() {
        return known;
    }

    /** Adds how often a record fitted. */
    synchronized void hit(long more) {
        hits += more;
    }

    /** Makes a template of a record that was read in full. */
    synchronized void learn(byte[] in, int from, int to, Shown shown) {
        if (tries > TRIES + hits / TRIES) {
            return;
        }
        Template[] all = known;
        Template template = template(in, from, to, shown);
        if (template != null) {
            int slot = all.length < MOST ? all.length : leastUsed(all);
            Template[] more = Arrays.copyOf(all, Math.max(all.length, slot + 1));
            more[slot] = template;
            known = more;
        }
        tries++;
    }

    private static int leastUsed(Template[] all) {
        int least = 0;
        for (int i = 1; i < all.length; i++) {
            least = all[i].hits() < all[least].hits() ? i : least;
        }
        return least;
    }

    private static @Nullable Template template(byte[] in, int from, int to, Shown shown) {
        try {
            return TemplateMaker.of(in, from, to, shown);
        } catch (IOException e) {
            throw new UncheckedIOException("a record that was read is JSON", e);
        }
    }
}
