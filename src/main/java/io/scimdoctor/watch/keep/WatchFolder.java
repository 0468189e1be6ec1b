package io.scimdoctor.watch.keep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.SafeFile;
import io.scimdoctor.watch.WatchListener;
import io.scimdoctor.watch.tally.Round;
import io.scimdoctor.watch.tally.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where one watch keeps what must survive its process: a snapshot of its tally that is replaced as a whole, and a log of
 * rounds in files of limited size and number. What the snapshot lacks is counted anew from the log.
 */
final class WatchFolder implements AutoCloseable {
    static final long LARGEST_LOG = 4L * 1024 * 1024;
    static final int MOST_LOGS = 4;

    private static final String SNAPSHOT = "snapshot.json";
    private static final String SAMPLES = "samples.json";
    private static final String LOG = "rounds-";

    private final Path folder;
    private final FileChannel lockFile;
    private final KnownSecrets secrets;
    private final UnaryOperator<String> outgoing;
    private @Nullable FileChannel log;

    /**
     * What a snapshot says.
     *
     * @param resumed how often the watch was taken up again
     */
    public record Saved(String id, Instant startedAt, String what, String baseUrl, int resumed, Tally tally) {}

    private WatchFolder(Path folder, FileChannel lockFile, KnownSecrets secrets, UnaryOperator<String> outgoing) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.secrets = secrets;
        this.outgoing = outgoing;
    }

    /**
     * Opens the folder for this process alone.
     *
     * @param outgoing is applied to every text that is written
     * @return null when another process is writing there
     * @throws IOException when nothing can be written there
     */
    public static @Nullable WatchFolder open(Path folder, KnownSecrets secrets, UnaryOperator<String> outgoing)
            throws IOException {
        SafeFile.folder(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                SafeFile.permissions("rw-------"));
        try {
            // It ends with the process, however that ends.
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new WatchFolder(folder, channel, secrets, outgoing);
            }
        } catch (OverlappingFileLockException e) {
            // Another watch of this very process has it.
        }
        channel.close();
        return null;
    }

    static boolean isInUse(Path folder) throws IOException {
        WatchFolder free = open(folder, new KnownSecrets(), UnaryOperator.identity());
        if (free != null) {
            free.close();
        }
        return free == null;
    }

    /** Adds a round to the log. */
    public void append(Round round) throws IOException {
        FileChannel current = log;
        if (current == null || current.size() >= LARGEST_LOG) {
            close(current);
            current = next();
            log = current;
        }
        byte[] line = (outgoing.apply(RoundJson.line(round)) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            current.write(buffer);
        }
    }

    /** A new file for each process, because the last line of a process that was killed may be half a line. */
    private FileChannel next() throws IOException {
        List<Path> logs = logs();
        int number = logs.isEmpty() ? 1 : number(logs.get(logs.size() - 1)) + 1;
        for (int i = 0; i <= logs.size() - MOST_LOGS; i++) {
            Files.deleteIfExists(logs.get(i));
        }
        String digits = String.valueOf(1_000_000 + number).substring(1);
        return FileChannel.open(
                folder.resolve(LOG + digits + ".ndjson"),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                SafeFile.permissions("rw-------"));
    }

    private static int number(Path log) {
        return Integer.parseInt(log.getFileName().toString().replaceAll("\\D", ""));
    }

    private List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, LOG + "??????.ndjson")) {
            stream.forEach(logs::add);
        }
        Collections.sort(logs);
        return logs;
    }

    /**
     * Replaces the snapshot.
     *
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; it is not stored then
     */
    public void snapshot(Saved saved) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.compact(text)) {
            json.object()
                    .field("format", 1L)
                    .field("id", saved.id())
                    .field("startedAt", saved.startedAt())
                    .field("what", saved.what())
                    .field("baseUrl", saved.baseUrl())
                    .field("resumed", saved.resumed());
            saved.tally().write(json);
            json.endObject();
        }
        write(SNAPSHOT, text.append('\n').toString());
    }

    /** Replaces the sample exchanges. */
    public void samples(String document) throws IOException {
        write(SAMPLES, document);
    }

    /** The sample exchanges, or null when there are none. */
    public @Nullable String samples() throws IOException {
        Path file = folder.resolve(SAMPLES);
        return Files.exists(file) ? Files.readString(file) : null;
    }

    private void write(String name, String text) throws IOException {
        SafeFile.write(
                folder.resolve(name),
                folder.resolve("." + name + ".tmp"),
                outgoing.apply(text).getBytes(StandardCharsets.UTF_8),
                secrets,
                "the state of the watch");
    }

    /**
     * What the watch had counted when its process ended: the snapshot, and the rounds of the log that it lacks.
     *
     * @throws IOException with a sentence for a person, when it cannot be read
     */
    public Saved read() throws IOException {
        JsonNode json;
        try {
            json = Json.read(Files.readString(folder.resolve(SNAPSHOT)));
        } catch (JsonProcessingException e) {
            throw new IOException("its snapshot is damaged", e);
        }
        try {
            Tally tally = Tally.read(json);
            for (Path file : logs()) {
                replay(file, tally);
            }
            return new Saved(
                    json.path("id").asText(),
                    Instant.parse(json.path("startedAt").asText()),
                    json.path("what").asText(),
                    json.path("baseUrl").asText(),
                    json.path("resumed").asInt(),
                    tally);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IOException("its snapshot is damaged", e);
        }
    }

    private static void replay(Path file, Tally tally) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Round round = round(line);
                if (round != null && round.number() == tally.rounds() + 1) {
                    tally.add(round, WatchListener.NONE);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The round of a line, or null for a line that was not written to its end. */
    private static @Nullable Round round(String line) {
        try {
            return RoundJson.read(Json.read(line));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        close(log);
        log = null;
        lockFile.close();
    }

    private static void close(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
