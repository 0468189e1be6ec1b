package io.scimdoctor.ticket.bundle;

import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.redact.Redactor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip file that nobody vouches for: into memory only, within limits, and no name of it becomes a path.
 *
 * @param entries the contents by name
 */
record BundleFile(Map<String, byte[]> entries, List<BundleReport.Problem> problems) {
    private static final long LARGEST_FILE = 64L * 1024 * 1024;
    private static final int LARGEST_ENTRY = 64 * 1024 * 1024;
    private static final long LARGEST_SUM = 128L * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9.-]{0,80}|runs/[0-9]{3}\\.json|har/[0-9]{3}\\.har");

    /** @throws ZipException with a reason for a person, when it is no zip file or one that nobody should open */
    static BundleFile read(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) {
            throw new ZipException("it is larger than any bundle");
        }
        BundleFile file = new BundleFile(new LinkedHashMap<>(), new ArrayList<>());
        try (ZipFile zip = new ZipFile(path.toFile(), ZipFile.OPEN_READ)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new ZipException("it has more entries than any bundle");
            }
            long sum = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = file.entry(zip, entry);
                sum += content == null ? 0 : content.length;
                if (sum > LARGEST_SUM) {
                    throw new ZipException("it unpacks to more than any bundle");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ZipException("its names are not readable");
        }
        file.hidden(path.toFile());
        return file;
    }

    private byte @Nullable [] entry(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            problems.add(new BundleReport.Problem(shown(name), "no entry of a bundle has such a name"));
            return null;
        }
        try (InputStream input = zip.getInputStream(entry)) {
            byte[] content = input == null ? new byte[0] : input.readNBytes(LARGEST_ENTRY + 1);
            if (content.length > LARGEST_ENTRY) {
                throw new ZipException("an entry unpacks to more than any bundle");
            }
            if (entries.put(name, content) != null) {
                problems.add(new BundleReport.Problem(name, "it is there twice"));
            }
            return content;
        }
    }

    /** Some programs go by the list at the end and others by the headers in between: both must say the same. */
    private void hidden(File path) throws IOException {
        Set<String> listed = new LinkedHashSet<>(entries.keySet());
        Set<String> met = new LinkedHashSet<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path.toPath()))) {
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && met.size() <= MOST_ENTRIES;
                    entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!listed.contains(name) && NAME.matcher(name).matches()) {
                    problems.add(new BundleReport.Problem(name, "it is hidden from the list of the zip file"));
                } else if (!met.add(name) && listed.contains(name)) {
                    problems.add(new BundleReport.Problem(name, "it is there twice"));
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            problems.add(new BundleReport.Problem(null, "the zip file is damaged"));
        }
        if (!met.containsAll(listed)) {
            problems.add(new BundleReport.Problem(null, "the list of the zip file names what is not in it"));
        }
    }

    static String shown(String name) {
        return Redactor.fileName(Beginning.of(name, 100));
    }
}
