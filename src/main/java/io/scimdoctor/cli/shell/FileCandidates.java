package io.scimdoctor.cli.shell;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;

/** The files and folders that a word may go on to. */
final class FileCandidates {
    private static final int MOST = 200;

    private FileCandidates() {}

    /** Adds those in the folder that the word names so far; hidden ones only once a full stop is typed. */
    static void add(String word, List<Candidate> found) {
        String folder = word.substring(0, word.lastIndexOf('/') + 1);
        String name = word.substring(folder.length());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                String next = file.getFileName().toString();
                if (next.startsWith(name) && (name.startsWith(".") || !next.startsWith(".")) && found.size() < MOST) {
                    boolean below = Files.isDirectory(file);
                    String shown = next + (below ? "/" : "");
                    found.add(new Candidate(folder + shown, shown, null, null, null, null, !below));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            // Completion stays silent; the command itself reports the problem.
            return;
        }
    }
}
