package io.scimdoctor.run;

import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms that stay the same from run to run, shared by all processes of this user. The file holds a random key and,
 * for each number that was given, the keyed hash of the value: nobody can read a value out of it, and without the file
 * nobody can connect the pseudonyms of two tickets with a guess. It never leaves this machine.
 *
 * <p>Where it cannot be written, what it holds still counts, and new numbers follow its last ones; they are forgotten with
 * the process.
 */
final class PseudonymFile implements Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY = "key";
    private static final int KEY_BYTES = 32;
    private static final int HASH_CHARACTERS = 32;
    private static final int LARGEST_NUMBER = 1_000_000;
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Path folder;
    private final Path file;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);
    private @Nullable Mac mac;
    private long read;
    private boolean unwritable;

    /** @param folder the state folder, which need not exist yet */
    PseudonymFile(Path folder) {
        this.folder = folder;
        file = folder.resolve("pseudonyms.key");
    }

    @Override
    public synchronized String of(Kind kind, String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        return seen.computeIfAbsent(kind.slug() + plain, key -> kind.slug() + "-" + number(kind, plain));
    }

    private int number(Kind kind, String plain) {
        if (!unwritable) {
            try {
                return kept(kind, plain);
            } catch (IOException e) {
                unwritable = true;
                readOnly();
            }
        }
        if (mac == null) {
            mac = mac(randomKey());
        }
        String entry = entry(kind, plain);
        return numbers.computeIfAbsent(entry, unused -> last.merge(kind, 1, Integer::sum));
    }

    private int kept(Kind kind, String plain) throws IOException {
        SafeFile.folder(folder);
        return SafeFile.locked(file, channel -> {
            // A last line without its end belongs to a process that was killed.
            channel.truncate(catchUp(channel));
            if (mac == null) {
                append(channel, KEY + " " + HexFormat.of().formatHex(randomKey()) + "\n");
                catchUp(channel);
            }
            String entry = entry(kind, plain);
            Integer number = numbers.get(entry);
            if (number == null) {
                number = last.getOrDefault(kind, 0) + 1;
                append(channel, entry + " " + number + "\n");
                catchUp(channel);
            }
            return number;
        });
    }

    private void readOnly() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            catchUp(channel);
        } catch (IOException e) {
            // There is none yet, or it may not be read either: the numbers begin at one.
        }
    }

    /** Reads what other processes have added, and says where the last whole line ends. */
    private long catchUp(FileChannel channel) throws IOException {
        if (channel.size() < read) {
            // Somebody has deleted the file; the new one has a key of its own, and its numbers go on.
            read = 0;
            mac = null;
            numbers.clear();
        }
        if (channel.size() - read > LARGEST) {
            throw new IOException("this is no file of pseudonyms");
        }
        byte[] added = Channels.newInputStream(channel.position(read)).readAllBytes();
        String text = new String(added, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, end).split("\n")) {
            line(line.split(" "));
        }
        read += end;
        return read;
    }

    /** A line that is damaged is skipped: its value gets a new number, and no other one is given twice. */
    private void line(String[] words) {
        try {
            if (words.length == 2 && words[0].equals(KEY)) {
                byte[] key = HexFormat.of().parseHex(words[1]);
                mac = key.length == KEY_BYTES ? mac(key) : mac;
            } else if (words.length == 3) {
                Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
                int number = Integer.parseInt(words[2]);
                if (number > 0 && number <= LARGEST_NUMBER) {
                    numbers.put(words[0] + " " + words[1], number);
                    last.merge(kind, number, Math::max);
                }
            }
        } catch (IllegalArgumentException e) {
            // Said above.
        }
    }

    private String entry(Kind kind, String plain) {
        if (mac == null) {
            throw new IllegalStateException("there is no key");
        }
        byte[] hash = mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
        return kind.slug() + " " + HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            // Every Java has to offer this algorithm (java.security.Mac).
            throw new IllegalStateException(e);
        }
    }

    private static void append(FileChannel channel, String line) throws IOException {
        channel.position(channel.size());
        Channels.newOutputStream(channel).write(line.getBytes(StandardCharsets.US_ASCII));
    }
}
