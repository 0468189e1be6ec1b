package io.scimdoctor;

import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/**
 * Values for properties. They are the same in each run, and one that breaks a property is made as small as it can be before
 * it is shown: write generators so that a first choice is the simplest.
 */
public final class Generated {
    private Generated() {}

    /** How many values a property is tried with. */
    public static QuickTheory values(int count) {
        return QuickTheory.qt().withFixedSeed(42).withExamples(count);
    }

    public static int below(RandomnessSource chance, int bound) {
        return (int) chance.next(Constraint.between(0, bound - 1L));
    }

    @SafeVarargs
    public static <T> T pick(RandomnessSource chance, T... from) {
        return from[below(chance, from.length)];
    }

    /** A text with up to so many signs taken out, put in, replaced, or cut off behind. */
    public static Gen<String> damaged(Gen<String> texts, String signs, int most) {
        return chance -> {
            StringBuilder text = new StringBuilder(texts.generate(chance));
            for (int changes = below(chance, most + 1); changes > 0 && text.length() > 0; changes--) {
                int at = below(chance, text.length());
                char sign = signs.charAt(below(chance, signs.length()));
                switch (below(chance, 4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, sign);
                    case 2 -> text.setCharAt(at, sign);
                    default -> text.setLength(at);
                }
            }
            return text.toString();
        };
    }
}
