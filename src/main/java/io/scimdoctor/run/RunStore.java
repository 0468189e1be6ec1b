package io.scimdoctor.run;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The recorded runs of this user, one file each. A file appears whole or not at all, whatever happens to the process, and
 * several processes may record, list and delete at the same time. Files of other origin in the folder are never removed.
 */
public record RunStore(Path state, KnownSecrets secrets, InstantSource clock) {
    private static final String LAST = "last";
    /** A temporary file that is older than this belongs to a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /**
     * One file of the store.
     *
     * @param recordedAt when it was stored, or null when the file's name does not say so
     * @param run head, target, totals and verdict of the run, and nothing else of it; null when the file is no run
     */
    public record Entry(
            Path file,
            @Nullable Instant recordedAt,
            @Nullable Run run) {
        /** The run's id, or what stands for it in the name of a file that cannot be read. */
        public String id() {
            return run == null
                    ? Redactor.identifier(RunFileName.id(file))
                    : run.head().id();
        }
    }

    /**
     * How much is kept.
     *
     * @param count the newest so many
     * @param age and of them those that were recorded within this time
     */
    public record Retention(int count, Duration age) {
        public static final Retention DEFAULT = new Retention(500, Duration.ofDays(90));
        public static final Retention NOTHING = new Retention(0, Duration.ZERO);
    }

    /** The pseudonyms of this user. */
    public Pseudonyms pseudonyms() {
        return new PseudonymFile(state);
    }

    /** Where the runs stand. */
    public Path folder() {
        return state.resolve("runs");
    }

    /**
     * Stores a run, and removes what is beyond the retention.
     *
     * @param policy is applied to the whole document; the strict policy masks the ids of objects in it
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; it is not stored then
     * @throws IOException when it cannot be written; nothing of it is left
     */
    public Path store(Run run, Retention retention, UnaryOperator<String> policy) throws IOException {
        SafeFile.folder(folder());
        String stem = RunFileName.stem(clock.instant(), run.head().id());
        Path file = folder().resolve(stem + RunFileName.SUFFIX);
        byte[] content = policy.apply(RunJson.text(run)).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(
                file, folder().resolve("." + stem + RunFileName.TEMPORARY), content, secrets, "the record of the run");
        tidy(retention, file);
        return file;
    }

    /** All folder(), the last recorded first; only the beginning of each file is read. */
    public List<Entry> list() {
        return list(Integer.MAX_VALUE);
    }

    /** The last recorded so many, the last first. */
    public List<Entry> list(int most) {
        return entries(files(), most);
    }

    /** The runs whose id begins so, the last recorded first; {@code last} is the first of all. */
    public List<Entry> find(String reference) {
        String wanted = reference.toLowerCase(Locale.ROOT);
        List<Path> files = files();
        if (wanted.equals(LAST)) {
            return entries(files, 1);
        }
        files.removeIf(file -> !RunFileName.id(file).startsWith(wanted));
        return entries(files, Integer.MAX_VALUE);
    }

    private static List<Entry> entries(List<Path> files, int most) {
        return files.stream()
                .map(RunStore::entry)
                .filter(Objects::nonNull)
                .limit(most)
                .toList();
    }

    /** @throws IOException with a sentence for a person, when the file is no whole run */
    public Run read(Entry entry) throws IOException {
        Redaction redaction = new Redaction(pseudonyms(), secrets::addFound);
        try {
            return new RunReader(redaction).read(Files.readString(entry.file()));
        } catch (CharacterCodingException e) {
            throw new IOException("it is no text", e);
        } catch (NoSuchFileException e) {
            throw new IOException("another process has removed it", e);
        }
    }

    /** What a purge with this retention removes, the last recorded first. */
    public List<Entry> beyond(Retention retention) {
        return entries(filesBeyond(retention), Integer.MAX_VALUE);
    }

    /** Removes what is beyond the retention and what killed processes left; says how many runs that were. */
    public int purge(Retention retention) throws IOException {
        return remove(filesBeyond(retention));
    }

    private int remove(List<Path> beyond) throws IOException {
        int removed = 0;
        for (Path file : beyond) {
            removed += Files.deleteIfExists(file) ? 1 : 0;
        }
        Instant abandoned = clock.instant().minus(ABANDONED);
        for (Path left : list(RunFileName.TEMPORARY)) {
            if (RunFileName.isTemporary(left) && modified(left).isBefore(abandoned)) {
                Files.deleteIfExists(left);
            }
        }
        return removed;
    }

    /** After a run was stored; that it cannot tidy up does not undo the storing. */
    private void tidy(Retention retention, Path stored) {
        try {
            List<Path> beyond = filesBeyond(retention);
            if (!beyond.contains(stored)) {
                remove(beyond);
            }
        } catch (IOException | Stopped e) {
            // The next run tries again.
        }
    }

    private List<Path> filesBeyond(Retention retention) {
        String oldest = RunFileName.stem(clock.instant().minus(retention.age()), "");
        List<Path> beyond = new ArrayList<>();
        int kept = 0;
        for (Path file : files()) {
            if (kept < retention.count() && RunFileName.isRun(file) && RunFileName.isBefore(oldest, file)) {
                kept++;
            } else if (RunFileName.recordedAt(file) != null) {
                beyond.add(file);
            }
        }
        return beyond;
    }

    /** By name, the last recorded first: the name begins with the time. */
    private List<Path> files() {
        List<Path> files = list(RunFileName.SUFFIX);
        files.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .reversed());
        return files;
    }

    private List<Path> list(String end) {
        List<Path> files = new ArrayList<>();
        if (Files.exists(folder())) {
            try (DirectoryStream<Path> stream =
                    Files.newDirectoryStream(folder(), file -> file.toString().endsWith(end))) {
                stream.forEach(files::add);
            } catch (IOException | DirectoryIteratorException e) {
                throw Stopped.noVerdict("the folder of recorded runs cannot be read", "check its permissions");
            }
        }
        return files;
    }

    private static Instant modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            // Another process was faster.
            return Instant.MAX;
        }
    }

    /** Null when another process has removed the file in the meantime. */
    private static @Nullable Entry entry(Path file) {
        Instant recorded = RunFileName.recordedAt(file);
        try {
            return RunReader.entry(file, recorded);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            return new Entry(file, recorded, null);
        }
    }
}
