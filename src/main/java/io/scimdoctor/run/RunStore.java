package io.scimdoctor.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The recorded runs of this user, one file each. A file appears whole or not at all, whatever happens to the process, and
 * several processes may record, list and delete at the same time.
 */
public final class RunStore {
    private static final String SUFFIX = ".json";
    private static final String TEMPORARY = ".tmp";
    /** A temporary file that is older than this belongs to a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Path runs;
    private final KnownSecrets secrets;
    private final InstantSource clock;

    /**
     * One file of the store.
     *
     * @param problem why it cannot be read, or null; without a problem the other parts are there
     */
    public record Entry(
            Path file,
            @Nullable RunHead head,
            Run.@Nullable RunTarget target,
            @Nullable Verdict verdict,
            @Nullable String problem) {}

    /**
     * How much is kept.
     *
     * @param count the newest so many
     * @param age and of them those that are younger
     */
    public record Retention(int count, Duration age) {
        public static final Retention DEFAULT = new Retention(500, Duration.ofDays(90));
    }

    /** @param folder the state folder, which need not exist yet */
    public RunStore(Path folder, KnownSecrets secrets, InstantSource clock) {
        this.folder = folder;
        this.runs = folder.resolve("runs");
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The pseudonyms of this user. */
    public Pseudonyms pseudonyms() {
        return new PseudonymFile(folder);
    }

    /** Where the runs stand. */
    public Path folder() {
        return runs;
    }

    /**
     * Stores a run, and removes what is beyond the retention.
     *
     * @param policy is applied to the whole document; the strict policy masks the ids of objects in it
     * @throws io.scimdoctor.redact.SecretFound when it holds a secret; it is not stored then
     */
    public Path store(Run run, Retention retention, UnaryOperator<String> policy) throws IOException {
        StringWriter text = new StringWriter();
        RunJson.write(run, text);
        SafeFile.folder(runs);
        String name = name(run.head());
        Path file = runs.resolve(name + SUFFIX);
        SafeFile.write(
                file,
                runs.resolve("." + name + TEMPORARY),
                policy.apply(text.toString()).getBytes(StandardCharsets.UTF_8),
                secrets,
                "the record of the run");
        purge(retention);
        return file;
    }

    /** All runs, the newest first; only the beginning of each file is read. */
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            entries.add(entry(file));
        }
        return entries;
    }

    /** The runs whose id begins so; {@code last} is the newest. */
    public List<Entry> find(String reference) throws IOException {
        List<Entry> found = new ArrayList<>();
        String wanted = reference.toLowerCase(Locale.ROOT);
        for (Path file : files()) {
            if (wanted.equals("last") || id(file).startsWith(wanted)) {
                found.add(entry(file));
                if (wanted.equals("last")) {
                    break;
                }
            }
        }
        return found;
    }

    /** @throws IOException with a sentence for a person, when the file is no whole run */
    public Run read(Entry entry) throws IOException {
        Redaction redaction = new Redaction(pseudonyms(), secrets::addFound);
        return new RunReader(redaction).read(Files.readString(entry.file()));
    }

    /** Whether it was there. */
    public boolean delete(Entry entry) throws IOException {
        return Files.deleteIfExists(entry.file());
    }

    /** Removes what is beyond the retention and what killed processes left; says how many runs that were. */
    public int purge(Retention retention) throws IOException {
        Instant now = clock.instant();
        Instant oldest = now.minus(retention.age());
        int removed = 0;
        int kept = 0;
        for (Path file : files()) {
            Instant started = started(file);
            boolean keep = kept < retention.count() && (started == null || started.isAfter(oldest));
            kept += keep ? 1 : 0;
            removed += !keep && Files.deleteIfExists(file) ? 1 : 0;
        }
        for (Path left : files(TEMPORARY)) {
            if (modified(left).isBefore(now.minus(ABANDONED))) {
                Files.deleteIfExists(left);
            }
        }
        return removed;
    }

    private List<Path> files() throws IOException {
        return files(SUFFIX);
    }

    /** By name, the newest first: the name begins with the time of the start. */
    private List<Path> files(String suffix) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(runs, "*" + suffix)) {
                stream.forEach(files::add);
            }
        }
        files.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .reversed());
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

    /** Such as {@code 20261125T093000.257Z_GUID}, so that names sort by time. */
    private static String name(RunHead head) {
        Instant second = head.startedAt().truncatedTo(ChronoUnit.SECONDS);
        String millis = String.valueOf(1000 + head.startedAt().get(ChronoField.MILLI_OF_SECOND));
        String time = second.toString().replace("-", "").replace(":", "").replace("Z", "");
        return time + "." + millis.substring(1) + "Z_" + head.id();
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf('_') + 1, name.length() - SUFFIX.length());
    }

    private static @Nullable Instant started(Path file) {
        String name = file.getFileName().toString();
        try {
            String time = name.substring(0, Math.max(0, name.indexOf('_')));
            return Instant.parse(time.replaceFirst("(....)(..)(..T..)(..)(.*)Z", "$1-$2-$3:$4:$5Z"));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Entry entry(Path file) {
        try {
            ObjectNode beginning = beginning(file);
            if (!RunJson.KIND.equals(beginning.path("kind").asText())) {
                return new Entry(file, null, null, null, "it is no recorded run");
            }
            return new Entry(
                    file,
                    RunReader.head(beginning),
                    RunReader.target(beginning.path("target")),
                    RunReader.verdict(beginning.path("verdict")),
                    null);
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return new Entry(file, null, null, null, "it is damaged or no recorded run");
        }
    }

    /** Everything up to the verdict. */
    private static ObjectNode beginning(Path file) throws IOException {
        ObjectNode beginning = JsonNodeFactory.instance.objectNode();
        try (InputStream input = Files.newInputStream(file);
                JsonParser parser = Json.parser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return beginning;
            }
            for (String name = parser.nextFieldName();
                    name != null && !beginning.has("verdict");
                    name = parser.nextFieldName()) {
                parser.nextToken();
                beginning.set(name, Json.read(parser));
            }
        }
        return beginning;
    }
}
