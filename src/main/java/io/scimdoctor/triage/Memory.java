package io.scimdoctor.triage;

import io.scimdoctor.capture.bulk.Signature;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers what failures with a certain signature showed. It forgets everything when it is full. */
final class Memory {
    private static final int SLOTS = 4096;
    private static final int MOST = SLOTS / 2;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final @Nullable Entry[] entries = new Entry[SLOTS];
    private int count;
    private int bytes;

    /** What a failure showed. */
    static final class Entry {
        private final byte[] signature;
        private final int hash;
        private final @Nullable String id;
        private final @Nullable String endpoint;
        private final boolean hasRequestId;

        /**
         * @param id the finding, or null when it turned out to be a success
         * @param endpoint the endpoint, or null when it depends on more than the signature
         * @param hasRequestId whether the answer bears a request id
         */
        Entry(Signature signature, @Nullable String id, @Nullable String endpoint, boolean hasRequestId) {
            this.signature = signature.copy();
            hash = signature.hash();
            this.id = id;
            this.endpoint = endpoint;
            this.hasRequestId = hasRequestId;
        }

        @Nullable
        String id() {
            return id;
        }

        @Nullable
        String endpoint() {
            return endpoint;
        }

        boolean hasRequestId() {
            return hasRequestId;
        }
    }

    @Nullable
    Entry find(Signature signature) {
        int hash = signature.hash();
        int slot = hash & (SLOTS - 1);
        Entry entry = entries[slot];
        while (entry != null) {
            if (entry.hash == hash && signature.isEqual(entry.signature)) {
                return entry;
            }
            slot = (slot + 1) & (SLOTS - 1);
            entry = entries[slot];
        }
        return null;
    }

    void put(Entry entry) {
        if (count >= MOST || bytes >= MOST_BYTES) {
            Arrays.fill(entries, null);
            count = 0;
            bytes = 0;
        }
        int slot = entry.hash & (SLOTS - 1);
        while (entries[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        entries[slot] = entry;
        count++;
        bytes += entry.signature.length;
    }
}
