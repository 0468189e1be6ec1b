package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Captured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The templates that a log has given so far: a program writes its records in few forms, again and again. */
public final class Templates {
    private static final int MOST = 16;
    /** A log whose records have nothing in common is not tried for ever. */
    private static final int TRIES = 200;

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

    /** Makes a template of a record that was read in full and found a success. */
    synchronized void learn(byte[] in, int from, int to, Captured success) {
        if (tries > TRIES + hits / TRIES) {
            return;
        }
        Template[] all = known;
        Template template = template(in, from, to, success);
        if (template != null) {
            int slot = (int) (tries % MOST);
            Template[] more = slot < all.length ? all.clone() : Arrays.copyOf(all, all.length + 1);
            more[Math.min(slot, all.length)] = template;
            known = more;
        }
        tries++;
    }

    private static @Nullable Template template(byte[] in, int from, int to, Captured success) {
        try {
            return Template.of(in, from, to, success);
        } catch (IOException e) {
            throw new UncheckedIOException("a record that was read is JSON", e);
        }
    }
}
