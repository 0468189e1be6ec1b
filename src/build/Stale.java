import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deletes the class files that a changed source may have made wrong, and no others, so that the compiler makes them anew:
 * those that name its class, those whose source does, and those of a source that is gone. A change within methods makes no
 * other class wrong. A simple name stands for one thing in the whole program, so it is enough to look for names.
 */
final class Stale {
    /** A method in a formatted source, up to the end of its head. What is written otherwise counts with all it holds. */
    private static final Pattern METHOD =
            Pattern.compile("(?m)^( {4}[^\\s/*@}][^=;{}]*\\([^;{}]*\\{)\\n(?:(?: {8}.*)?\\n)*? {4}\\}$");

    /** Behind a class that the compiler is about to make anew. */
    private static final String AWAITED = " *";

    private final Map<String, Path> sources = new HashMap<>();
    private final Map<String, List<Path>> classes = new HashMap<>();
    private final Map<Path, String> texts = new HashMap<>();
    private final Queue<String> changed = new ArrayDeque<>();
    private final Set<String> stale = new HashSet<>();
    private final Set<String> edited = new HashSet<>();
    private final Map<String, String> lines = new TreeMap<>();

    /** @param args the file that remembers what other classes see of each, and then folders of sources and of their classes */
    public static void main(String[] args) throws IOException {
        Stale all = new Stale();
        for (int i = 1; i < args.length; i += 2) {
            files(args[i], ".java").forEach(file -> all.sources.put(name(file), file));
            files(args[i + 1], ".class")
                    .forEach(file -> all.classes
                            .computeIfAbsent(name(file), name -> new ArrayList<>())
                            .add(file));
        }
        all.find(Path.of(args[0]));
        all.delete();
        all.remember(Path.of(args[0]));
    }

    private static List<Path> files(String folder, String end) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            return found.filter(file -> file.toString().endsWith(end) && !file.endsWith("package-info" + end))
                    .toList();
        }
    }

    /** The simple name of a source's class, or of the outermost class of a class file. */
    private static String name(Path file) {
        return file.getFileName().toString().split("[.$]", 2)[0];
    }

    /** What has changed for others since the last time, or is gone. What somebody else has compiled since is right as it is. */
    private void find(Path memory) throws IOException {
        FileTime last = Files.exists(memory) ? Files.getLastModifiedTime(memory) : FileTime.fromMillis(0);
        Map<String, String> known = new HashMap<>();
        for (String line : Files.exists(memory) ? Files.readAllLines(memory) : List.<String>of()) {
            known.put(line.split(" ")[0], line);
        }
        for (Map.Entry<String, List<Path>> entry : classes.entrySet()) {
            boolean expected = known.getOrDefault(entry.getKey(), AWAITED).endsWith(AWAITED);
            for (Path file : entry.getValue()) {
                if (!expected && Files.getLastModifiedTime(file).compareTo(last) > 0) {
                    known.clear();
                }
            }
        }
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            String name = source.getKey();
            String before = known.getOrDefault(name, "").replace(AWAITED, "");
            String now = before;
            if (before.isEmpty() || Files.getLastModifiedTime(source.getValue()).compareTo(last) >= 0) {
                String seen = METHOD.matcher(text(source.getValue())).replaceAll("$1");
                now = name + " " + seen.length() + " " + seen.hashCode();
                edited.add(name);
            }
            lines.put(name, now);
            if (before.isEmpty() ? isBehind(source) : !now.equals(before)) {
                change(name);
            }
        }
        known.keySet().stream().filter(name -> !sources.containsKey(name)).forEach(this::change);
    }

    private boolean isBehind(Map.Entry<String, Path> source) throws IOException {
        boolean behind = false;
        for (Path file : classes.getOrDefault(source.getKey(), List.of())) {
            behind |= Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source.getValue())) < 0;
        }
        return behind;
    }

    private void remember(Path memory) throws IOException {
        stale.addAll(edited);
        Files.createDirectories(memory.getParent());
        Files.write(
                memory,
                lines.entrySet().stream()
                        .map(line -> line.getValue() + (stale.contains(line.getKey()) ? AWAITED : ""))
                        .toList());
    }

    private void change(String name) {
        if (stale.add(name)) {
            changed.add(name);
        }
    }

    private void delete() throws IOException {
        while (!changed.isEmpty() && stale.size() < sources.size()) {
            Pattern word = Pattern.compile("\\b" + changed.remove() + "\\b");
            Pattern heir = Pattern.compile("\\b(?:extends|implements)\\b[^{;]*" + word);
            for (Map.Entry<String, Path> source : sources.entrySet()) {
                if (heir.matcher(text(source.getValue())).find()) {
                    change(source.getKey());
                } else if (!stale.contains(source.getKey()) && isNamed(word, source)) {
                    stale.add(source.getKey());
                }
            }
        }
        for (String name : stale) {
            for (Path file : classes.getOrDefault(name, List.of())) {
                Files.delete(file);
            }
        }
    }

    private boolean isNamed(Pattern word, Map.Entry<String, Path> source) throws IOException {
        boolean named = word.matcher(text(source.getValue())).find();
        for (Path file : classes.getOrDefault(source.getKey(), List.of())) {
            named = named || word.matcher(text(file)).find();
        }
        return named;
    }

    private String text(Path file) throws IOException {
        String text = texts.get(file);
        if (text == null) {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
            texts.put(file, text);
        }
        return text;
    }
}
