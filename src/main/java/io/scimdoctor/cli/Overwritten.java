package io.scimdoctor.cli;

import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Outputs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a command line writes and reads as well, by whatever name: a capture or a token would be gone before it is
 * read. It takes the raw words, because parsing may be what failed, and an error is written into a file too.
 */
final class Overwritten {
    private static final Set<String> READ_FOLDERS = Set.of("classify", "runs", "ticket");
    private static final List<String> FILES = List.of("--output-file", "--bundle", "--capture");

    private Overwritten() {}

    /** Those among the outputs, as they were written. */
    static List<String> of(List<String> typed, Environment environment) throws IOException {
        List<String> words = expanded(typed);
        List<String> outputs = new ArrayList<>();
        List<String> inputs = new ArrayList<>(List.of("/dev/stdin"));
        String previous = "";
        for (String word : words) {
            String[] parts = word.split("=", 2);
            String value = parts[parts.length - 1];
            if (FILES.contains(previous) || (parts.length > 1 && FILES.contains(parts[0]))) {
                outputs.add(value);
            }
            inputs.addAll(new LinkedHashSet<>(List.of(word, value.startsWith("@") ? value.substring(1) : value)));
            previous = word;
        }
        for (Outputs.Wish wish : Outputs.Wish.in(words)) {
            outputs.addAll(wish.file() == null ? List.of() : List.of(wish.file()));
        }
        if (outputs.isEmpty()) {
            return outputs;
        }
        outputs.forEach(inputs::remove);
        environment.variables().forEach((name, value) -> {
            if ((name.startsWith("SCIMDOCTOR_") || name.startsWith("AZURE_")) && new File(value).isFile()) {
                inputs.add(value);
            }
        });
        boolean folders = !words.isEmpty() && READ_FOLDERS.contains(words.get(0));
        List<String> lost = new ArrayList<>();
        for (String output : outputs) {
            if (isRead(output, inputs, folders)) {
                lost.add(output);
            }
        }
        return lost;
    }

    /** With the words of argument files behind these, as picocli puts them in their place. */
    private static List<String> expanded(List<String> typed) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : typed) {
            words.add(word);
            File file = new File(word.startsWith("@") ? word.substring(1) : "");
            if (file.isFile()) {
                String text = new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
                words.addAll(List.of(text.replaceAll("[\"']", "").strip().split("\\s+")));
            }
        }
        return words;
    }

    private static boolean isRead(String output, List<String> inputs, boolean folders) throws IOException {
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
