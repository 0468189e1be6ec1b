package io.scimdoctor.scim;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant to type. */
public final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest differing letters, or null when none is near. */
    public static @Nullable String of(String typed, Collection<String> candidates) {
        String best = null;
        // Two letters that changed places differ twice.
        int least = Math.max(typed.length() > 3 ? 2 : 1, Math.min(typed.length(), 40) / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** What to do about a wrong word: take the near one, or else what is said here. */
    public static String hint(String typed, Collection<String> candidates, String otherwise) {
        String near = of(typed, candidates);
        return near == null ? otherwise : "did you mean '" + near + "'?";
    }

    private static int distance(String a, String b) {
        if (a.length() > 80 || b.length() > 80) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
