package io.scimdoctor.run;

import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms that stay the same from run to run, shared by all processes of this user. The file holds a random key and,
 * for each number that was given, the keyed hash of the value: nobody can read a value out of it, and without the file
 * nobody can connect the pseudonyms of two tickets with a guess. It never leaves this machine.
 */
final class PseudonymFile implements Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int HASH_CHARACTERS = 32;

    private final Path folder;
    private final Path file;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);
    private final PseudonymTable fallback = new PseudonymTable();
    private @Nullable Mac mac;
    private long read;
    private boolean broken;

    /** @param folder the state folder, which need not exist yet */
    PseudonymFile(Path folder) {
        this.folder = folder;
        file = folder.resolve("pseudonyms.key");
    }

    @Override
    public synchronized String of(Kind kind, String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        String known = seen.get(kind.word() + plain);
        if (known != null) {
            return known;
        }
        String pseudonym = broken ? fallback.of(kind, value) : kept(kind, plain);
        seen.put(kind.word() + plain, pseudonym);
        return pseudonym;
    }

    /** A folder that cannot be written costs the stability over runs, and nothing else. */
    private String kept(Kind kind, String plain) {
        try {
            return kind.word() + "-" + number(kind, plain);
        } catch (IOException | GeneralSecurityException | OverlappingFileLockException e) {
            broken = true;
            return fallback.of(kind, plain);
        }
    }

    private int number(Kind kind, String plain) throws IOException, GeneralSecurityException {
        SafeFile.folder(folder);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, SafeFile.permissions("rw-------"));
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock was lost");
            }
            catchUp(channel);
            String entry = kind.word() + " " + hash(channel, plain);
            Integer number = numbers.get(entry);
            if (number == null) {
                number = last.getOrDefault(kind, 0) + 1;
                append(channel, entry + " " + number + "\n");
                catchUp(channel);
            }
            return number;
        }
    }

    /** Reads what other processes have added; a last line without its end belongs to one that was killed, and is cut. */
    private void catchUp(FileChannel channel) throws IOException, GeneralSecurityException {
        ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - read));
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer, read + buffer.position());
        }
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
        int end = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, end).split("\n")) {
            line(line.split(" "));
        }
        read += end;
        channel.truncate(read);
    }

    private void line(String[] words) throws GeneralSecurityException {
        if (words.length == 2 && words[0].equals("key")) {
            mac = mac(HexFormat.of().parseHex(words[1]));
        } else if (words.length == 3) {
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            int number = Integer.parseInt(words[2]);
            numbers.put(words[0] + " " + words[1], number);
            last.merge(kind, number, Math::max);
        }
    }

    private String hash(FileChannel channel, String plain) throws IOException, GeneralSecurityException {
        Mac keyed = mac;
        if (keyed == null) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            append(channel, "key " + HexFormat.of().formatHex(key) + "\n");
            catchUp(channel);
            keyed = mac(key);
        }
        byte[] hash = keyed.doFinal(plain.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(key, ALGORITHM));
        return mac;
    }

    private static void append(FileChannel channel, String line) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        long at = channel.size();
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }
}
