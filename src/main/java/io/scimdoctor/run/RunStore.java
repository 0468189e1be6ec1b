package io.scimdoctor.run;

import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The recorded runs of this user, one file each. A file appears whole or not at all, whatever happens to the process, and
 * several processes may record, list and delete at the same time. Files of other origin in the folder are never removed.
 *
 * @param outgoing learns the ids of the runs that are listed or read, and what the records hold of secrets
 */
public record RunStore(Path state, Outgoing outgoing, InstantSource clock) {
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
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; it is not stored then
     * @throws IOException when it cannot be written; nothing of it is left
     */
    public Path store(Run run, Retention retention) throws IOException {
        SafeFile.folder(folder());
        String stem = RunFileName.stem(clock.instant(), run.head().id());
        Path file = folder().resolve(stem + RunFileName.SUFFIX);
        Path draft = folder().resolve("." + stem + RunFileName.TEMPORARY);
        byte[] content = outgoing.pass(RunJson.text(run)).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, draft, content, outgoing.secrets(), "the record of the run");
        tidy(retention, file);
        return file;
    }

    /** All of them, the last recorded first; only the beginning of each file is read. */
    public List<Entry> list() {
        return list(Integer.MAX_VALUE);
    }

    /** The last recorded so many, the last first. */
    public List<Entry> list(int most) {
        return entries(list(RunFileName.SUFFIX), most);
    }

    /**
     * The one run that the beginning of an id, or {@code last}, names.
     *
     * @throws Stopped when it is none or several, or none is recorded at all
     */
    public Entry one(String reference) {
        List<Entry> found = reference.isBlank() ? List.of() : find(reference.toLowerCase(Locale.ROOT));
        String shown = "'" + Redactor.seen(reference) + "'";
        if (found.isEmpty() && reference.equalsIgnoreCase(LAST)) {
            throw Stopped.noVerdict("no run is recorded yet", "check, probe and runs import record one");
        }
        if (found.isEmpty()) {
            boolean file = new File(reference).isFile();
            String capture = "it is a file, which ticket takes with --from, and runs import makes a run of";
            throw Stopped.usage("there is no run " + shown, file ? capture : "scimdoctor runs list names them");
        }
        if (found.size() > 1) {
            String ids = found.stream().limit(3).map(Entry::id).collect(Collectors.joining(", "));
            throw Stopped.usage(shown + " names " + found.size() + " runs, among them " + ids, "write more of it");
        }
        return found.get(0);
    }

    /** The runs whose id begins so, the last recorded first; {@code last} is the first of all. */
    List<Entry> find(String wanted) {
        List<Path> files = list(RunFileName.SUFFIX);
        if (wanted.equals(LAST)) {
            return entries(files, 1);
        }
        files.removeIf(file -> !RunFileName.id(file).startsWith(wanted));
        return entries(files, Integer.MAX_VALUE);
    }

    private List<Entry> entries(List<Path> files, int most) {
        List<Entry> entries = files.stream()
                .map(RunStore::entry)
                .filter(Objects::nonNull)
                .limit(most)
                .toList();
        entries.forEach(entry -> outgoing.keepId(entry.id()));
        return entries;
    }

    /**
     * The whole run, whose ids of calls stay under the strict policy.
     *
     * @throws Stopped when its file is damaged
     */
    public Run read(Entry entry) {
        Redaction redaction = new Redaction(pseudonyms(), outgoing.secrets()::addFound);
        try {
            Run run = new RunReader(redaction).read(Files.readString(entry.file()));
            run.keepIds(outgoing);
            return run;
        } catch (IOException e) {
            throw Stopped.noVerdict(
                    "the run " + entry.id() + " cannot be read: " + reason(e),
                    "scimdoctor runs delete " + entry.id() + " removes it");
        }
    }

    /** The sentences of the run's reader are for a person; those of the system are not. */
    private static String reason(IOException error) {
        if (error instanceof FileSystemException) {
            return error instanceof NoSuchFileException ? "another process has removed it" : "its file may not be read";
        }
        return error instanceof CharacterCodingException ? "it is no text" : String.valueOf(error.getMessage());
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
        for (Path file : list(RunFileName.SUFFIX)) {
            if (kept < retention.count() && RunFileName.isRun(file) && RunFileName.isBefore(oldest, file)) {
                kept++;
            } else if (RunFileName.recordedAt(file) != null) {
                beyond.add(file);
            }
        }
        return beyond;
    }

    private List<Path> list(String end) {
        try {
            return lastFirst(folder(), "*" + end);
        } catch (IOException | DirectoryIteratorException e) {
            throw Stopped.noVerdict("the folder of recorded runs cannot be read", "check its permissions");
        }
    }

    /** What a folder holds under such names, the last one first; names begin with a time. */
    public static List<Path> lastFirst(Path folder, String names) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.exists(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, names)) {
                stream.forEach(found::add);
            }
        }
        found.sort(Collections.reverseOrder());
        return found;
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
