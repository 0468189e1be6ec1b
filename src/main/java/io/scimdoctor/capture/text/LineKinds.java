package io.scimdoctor.capture.text;

import io.scimdoctor.exchange.LatePattern;
import java.util.HashSet;
import java.util.Set;

/** How the lines begin that tell of one call, without what varies: a line of a kind that was there tells of another call. */
final class LineKinds {
    /** What is another in each line of one kind: a thread or a connection in brackets, a number. */
    private static final LatePattern VARYING = LatePattern.of("\\[[^\\[\\]{\\n]{0,99}+\\]|\\d++");

    private static final int LONGEST = 100;
    private static final int FEWEST_WORDS = 6;

    private final Set<String> looks = new HashSet<>();

    /** Remembers the beginning of the line without what varies. */
    void add(String line) {
        // Where fields have names, the message tells the kind.
        int message = Math.max(0, line.indexOf(" msg="));
        String start = line.substring(message, Math.min(line.length(), message + 4 * LONGEST));
        String look = VARYING.matcher(start).replaceAll("0");
        looks.add(look.substring(0, Math.min(look.length(), LONGEST)));
    }

    void add(LineKinds others) {
        looks.addAll(others.looks);
    }

    /**
     * Whether one of these comes again. The lines of a log are of one kind also where only one of them goes on with a body.
     *
     * @param apart whether the others stand in another record
     * @param ended whether the call of these has an outcome
     * @param both whether the call of the others has one, too
     */
    boolean comeAgain(LineKinds others, boolean apart, boolean ended, boolean both) {
        for (String look : others.looks) {
            if (looks.contains(look)) {
                return true;
            }
            for (String known : ended ? looks : Set.<String>of()) {
                boolean begun = apart && (known.startsWith(look) || look.startsWith(known));
                if (begun || (both && isSameButForOneWord(known, look, apart))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What a program writes for each of several things names another thing each time. The last word may be cut. */
    private static boolean isSameButForOneWord(String one, String other, boolean apart) {
        String[] words = one.split(" ");
        String[] others = other.split(" ");
        int least = Math.min(words.length, others.length) - 1;
        int different = 0;
        for (int i = 0; i < least; i++) {
            // Without times in front, only an address tells that it is another thing.
            different += words[i].equals(others[i]) ? 0 : apart || words[i].contains("/") ? 1 : 2;
        }
        // An address that stands last tells it, too, be it cut.
        different += different == 0 && words[least].contains("/") && !words[least].equals(others[least]) ? 1 : 0;
        return least >= FEWEST_WORDS && Math.abs(words.length - others.length) <= 1 && different == 1;
    }
}
