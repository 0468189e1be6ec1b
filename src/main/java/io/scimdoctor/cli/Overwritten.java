package io.scimdoctor.cli;

import io.scimdoctor.capture.CaptureFile;
import io.scimdoctor.capture.CaptureReader;
import io.scimdoctor.cli.process.Environment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files that a command line writes and reads as well, by whatever name: a capture or a token would be gone before it is
 * read. It takes the raw words, because parsing may be what failed, and an error is written into a file too.
 */
final class Overwritten {
    private static final List<String> FORMATS = List.of("-o", "--output");
    private static final Set<String> READ_FOLDERS = Set.of("classify", "runs", "ticket");
    private static final List<String> FILES = List.of("--output-file", "--bundle", "--capture");

    private final List<String> outputs = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>(List.of("/dev/stdin"));

    private Overwritten() {}

    /** Those among the outputs, as they were written. */
    static List<String> of(List<String> words, Environment environment) throws IOException {
        Overwritten files = new Overwritten();
        String previous = "";
        for (String word : words) {
            files.sort(previous, word);
            previous = word;
        }
        environment.variables().forEach((name, value) -> {
            if ((name.startsWith("SCIMDOCTOR_") || name.startsWith("AZURE_")) && new File(value).isFile()) {
                files.inputs.add(value);
            }
        });
        List<String> lost = new ArrayList<>();
        boolean folders = !words.isEmpty() && READ_FOLDERS.contains(words.get(0));
        for (String output : files.outputs) {
            if (files.isRead(output, folders)) {
                lost.add(output);
            }
        }
        return lost;
    }

    private void sort(String previous, String word) {
        String value = word.substring(word.indexOf('=') + 1);
        boolean option = word.startsWith("--output=") || word.startsWith("-o");
        if (FORMATS.contains(previous) || (option && word.length() > 2)) {
            outputs.add(value.substring(value.indexOf('=') + 1));
        } else if (FILES.contains(previous)) {
            outputs.add(word);
        } else if (FILES.contains(word.substring(0, Math.max(0, word.indexOf('='))))) {
            outputs.add(value);
        } else {
            inputs.add(word);
            inputs.add(value.startsWith("@") ? value.substring(1) : value);
        }
    }

    private boolean isRead(String output, boolean folders) throws IOException {
        File file = new File(output);
        if (!file.isFile()) {
            return false;
        }
        for (String input : inputs) {
            File read = new File(CaptureFile.of(input).file());
            boolean same = read.exists() && Files.isSameFile(file.toPath(), read.toPath());
            if (same || (folders && isBelow(file.toPath(), input))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it holds captured answers and lies in a folder that is read, or where a pattern looks for files. */
    private static boolean isBelow(Path output, String input) throws IOException {
        File folder = new File(input.replaceFirst("[^/\\\\*?\\[{]*+[*?\\[{].*", "./"));
        if (!folder.isDirectory()
                || !output.toRealPath().startsWith(folder.toPath().toRealPath())) {
            return false;
        }
        try (InputStream content = Files.newInputStream(output)) {
            return CaptureReader.holdsCapture(content);
        }
    }
}
