package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Input;
import io.scimdoctor.redact.Redactor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Turns what a user names into files: files as they are, patterns that no shell expanded, and folders with everything in
 * them that holds captures.
 *
 * @param files in the order of the names, and in the order of the alphabet below each
 * @param passedOver files below the folders that hold no capture
 */
record CaptureFiles(Input input, List<CaptureFile> files, List<String> passedOver) {
    /** @throws Stopped when a name leads to nothing */
    static CaptureFiles of(Input input, List<String> names) throws IOException {
        CaptureFiles found = new CaptureFiles(input, new ArrayList<>(), new ArrayList<>());
        for (String name : names) {
            found.add(name);
        }
        return found;
    }

    /** The size of all files in bytes; 0 when one of them is no file, so that nobody knows. */
    long size() {
        long size = 0;
        for (CaptureFile named : files) {
            long length = named.file().equals("-") ? 0 : new File(named.file()).length();
            if (length == 0) {
                return 0;
            }
            size += length;
        }
        return size;
    }

    private void add(String name) throws IOException {
        if (name.equals("-")) {
            files.add(CaptureFile.of(name));
            return;
        }
        File file = new File(name);
        if (file.isDirectory()) {
            folder(name);
        } else if (!file.exists() && firstWildcard(name) < name.length()) {
            pattern(name);
        } else {
            CaptureFile named = CaptureFile.of(name);
            // A name that is wrong is said before anything is printed.
            input.open(named.file()).close();
            files.add(named);
        }
    }

    /** Where its first wildcard stands, or its length where it has none. */
    private static int firstWildcard(String name) {
        return name.split("[*?\\[{]", 2)[0].length();
    }

    private void folder(String name) throws IOException {
        int before = files.size();
        for (String file : Input.below(Path.of(name))) {
            if (holdsCapture(file)) {
                files.add(new CaptureFile(file, 0));
            } else {
                passedOver.add(file);
            }
        }
        if (files.size() == before) {
            throw Stopped.usage(
                    "the folder '" + Redactor.seen(name) + "' holds no file with captured answers",
                    "name the files themselves");
        }
    }

    private boolean holdsCapture(String file) throws IOException {
        try (InputStream stream = input.open(file)) {
            return CaptureReader.holdsCapture(stream);
        } catch (Stopped e) {
            return false;
        }
    }

    private void pattern(String name) throws IOException {
        String slashes = name.replace('\\', '/');
        int fixed = slashes.lastIndexOf('/', firstWildcard(slashes)) + 1;
        Path start = Path.of(fixed == 0 ? "." : slashes.substring(0, fixed));
        int before = files.size();
        try {
            // To a shell two stars stand for no folder, too.
            String glob = "glob:" + slashes.substring(fixed).replace("**/", "{**/,}");
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher(glob);
            for (String file : Files.isDirectory(start) ? Input.below(start) : List.<String>of()) {
                if (matcher.matches(start.relativize(Path.of(file)))) {
                    files.add(new CaptureFile(
                            fixed == 0 ? start.relativize(Path.of(file)).toString() : file, 0));
                }
            }
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw Stopped.usage("'" + Redactor.seen(name) + "' is no such file or pattern", "check the name");
        }
        if (files.size() == before) {
            throw Stopped.usage(
                    "there is no file that fits '" + Redactor.seen(name) + "'", "check the name and the folder");
        }
    }
}
