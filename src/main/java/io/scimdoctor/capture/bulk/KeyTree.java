package io.scimdoctor.capture.bulk;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a scanner looks out for at one level of a JSON object, found by their bytes without making a text of them.
 */
final class KeyTree {
    private static final int BUCKETS = 64;

    private final @Nullable Key[] buckets = new Key[BUCKETS];
    private final boolean anyCase;

    /** Keys that are written with just these letters. */
    KeyTree() {
        this(false);
    }

    /** @param anyCase whether the case of the letters does not matter */
    KeyTree(boolean anyCase) {
        this.anyCase = anyCase;
    }

    /** One key. */
    static final class Key {
        private final byte[] name;
        private final int slot;
        private final boolean body;
        private final @Nullable KeyTree inside;
        private final @Nullable Key next;

        private Key(byte[] name, int slot, boolean body, @Nullable KeyTree inside, @Nullable Key next) {
            this.name = name;
            this.slot = slot;
            this.body = body;
            this.inside = inside;
            this.next = next;
        }

        /** Where its value is noted, or -1. */
        int slot() {
            return slot;
        }

        /** Whether its value is the body of an answer. */
        boolean isBody() {
            return body;
        }

        /** What to look for when its value is an object. */
        @Nullable
        KeyTree inside() {
            return inside;
        }
    }

    /** Adds a key whose value is noted. */
    KeyTree add(String name, int slot) {
        return add(name, slot, false, null);
    }

    /** Adds a key whose value is the body of an answer. */
    KeyTree addBody(String name, int slot) {
        return add(name, slot, true, null);
    }

    /** Adds a key whose value is noted and looked into. */
    KeyTree add(String name, int slot, KeyTree inside) {
        return add(name, slot, false, inside);
    }

    private KeyTree add(String name, int slot, boolean body, @Nullable KeyTree inside) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int bucket = bucket(bytes, 0, bytes.length);
        buckets[bucket] = new Key(bytes, slot, body, inside, buckets[bucket]);
        return this;
    }

    /** The key that stands in these bytes, whatever the case of its letters; see {@link #isExact}. */
    @Nullable
    Key find(byte[] bytes, int from, int to) {
        Key key = buckets[bucket(bytes, from, to)];
        while (key != null && !isSame(key.name, bytes, from, to)) {
            key = key.next;
        }
        return key;
    }

    private static int bucket(byte[] bytes, int from, int to) {
        if (from == to) {
            return 0;
        }
        return ((to - from) * 31 + (bytes[from] | 0x20) * 7 + (bytes[to - 1] | 0x20)) & (BUCKETS - 1);
    }

    private static boolean isSame(byte[] name, byte[] bytes, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            byte b = bytes[from + i];
            if (name[i] != b && lower(name[i]) != lower(b)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a key that was found is written as it has to be. One with a capital, a column, may begin with a small letter. */
    boolean isExact(Key key, byte[] bytes, int from) {
        if (anyCase) {
            return true;
        }
        for (int i = 0; i < key.name.length; i++) {
            boolean column = i == 0 && key.name[0] <= 'Z';
            if (key.name[i] != bytes[from + i] && !column) {
                return false;
            }
        }
        return true;
    }

    static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }
}
